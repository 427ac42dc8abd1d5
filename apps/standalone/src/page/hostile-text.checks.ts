import { waitFor } from '@diglot/testing';
import { fitsItsWindow } from '../testing/page-browser.ts';
import { HOSTILE } from './page-digests.ts';
import { openPaper, type PageUnderTest } from './page-under-test.ts';

const MARKUP = ':is(script, img, svg[onload], textarea, b)';

/** Text that wants to be more than text. */
export function describeHostileText(given: () => PageUnderTest): void {
  describe('hostile text', () => {
    it('is shown as the text that it is', async () => {
      const { browser } = given();
      const page = await browser.open(`/read/${HOSTILE.id}`, { colorScheme: 'dark' });
      const article = openPaper(page, HOSTILE.id);
      await waitFor(async () => (await article.textContent())?.includes(HOSTILE.word) === true, { what: 'its text' });
      // The last of its formulas is one: those before it have been judged.
      await article.locator('.katex').first().waitFor();
      const text = (await article.textContent()) ?? '';
      for (const each of [
        HOSTILE.title,
        HOSTILE.latex,
        HOSTILE.author,
        HOSTILE.ink,
        HOSTILE.link,
        '😀 {{7*7}} javascript:alert(1)',
      ]) {
        expect(text).toContain(each);
      }
      expect(await page.locator(`main ${MARKUP}`).count()).toBe(0);
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      expect(await article.locator('.katex').count()).toBe(1);
      expect(await browser.obstacles(page)).toEqual([]);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      // What would turn the direction of a title is a sign in it, and turns nothing.
      await article.locator('h2').getByRole('img', { name: 'right-to-left override' }).waitFor();
      expect(await page.evaluate(`(${PLACES})('[data-open] h2', 'right')`)).toEqual(
        [...'right'].map((_, place) => place),
      );
      for (const width of [1366, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await fitsItsWindow(page);
      }
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('in an address does nothing either', async () => {
      const { browser } = given();
      const attack = encodeURIComponent('"><script>window.hacked=1</script>');
      const page = await browser.open(`/search?q=${attack}&category=${attack}`);
      await page.getByText('Nothing matches').waitFor();
      expect(await page.locator('input[type=search]').inputValue()).toBe('"><script>window.hacked=1</script>');
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });
  });
}

/** Of a word within an element, which of its letters stands first from the left, which second, and so on. */
const PLACES = `(selector, word) => {
  const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && !node.data.includes(word)) node = walker.nextNode();
  const start = node.data.indexOf(word);
  const lefts = [...word].map((_, at) => {
    const range = document.createRange();
    range.setStart(node, start + at);
    range.setEnd(node, start + at + 1);
    return { at, left: range.getBoundingClientRect().left };
  });
  return lefts.toSorted((one, other) => one.left - other.left).map(({ at }) => at);
}`;
