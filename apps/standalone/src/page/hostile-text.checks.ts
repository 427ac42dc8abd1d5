import { waitFor } from '@diglot/testing';
import { overflow } from '../testing/page-browser.ts';
import { HOSTILE } from './page-digests.ts';
import { openPaper, type PageUnderTest } from './page-under-test.ts';

const MARKUP = ':is(script, img, svg[onload], textarea, b)';

/** Text that wants to be more than text. */
export function describeHostileText(given: () => PageUnderTest): void {
  describe('hostile text', () => {
    it('is shown as the text that it is', async () => {
      const { browser } = given();
      const page = await browser.open(`/read/${HOSTILE.id}`);
      const article = openPaper(page, HOSTILE.id);
      await waitFor(async () => (await article.textContent())?.includes(HOSTILE.word) === true, { what: 'its text' });
      const text = (await article.textContent()) ?? '';
      for (const each of [HOSTILE.title, HOSTILE.latex, HOSTILE.author, '😀 {{7*7}} javascript:alert(1)']) {
        expect(text).toContain(each);
      }
      expect(await page.locator(`main ${MARKUP}`).count()).toBe(0);
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      for (const width of [1366, 360]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page)).toBeLessThanOrEqual(0);
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
