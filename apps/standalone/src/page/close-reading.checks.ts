import { waitFor } from '@diglot/testing';
import type { Locator, Page } from 'playwright-core';
import { LONG } from './page-digests.ts';
import { openPaper, paperRow, type PageUnderTest } from './page-under-test.ts';

/** A window in which nothing but the head of a paper has room. */
const LOW = { viewport: { width: 1366, height: 420 } } as const;

const SCROLLED = 'document.querySelector("[data-pane]").scrollTop';
/** Where the pane is once a scroll that was under way has had its time: half a second of frames. */
const COMES_TO_REST = `new Promise((resolve) => {
  const next = (left) => left === 0 ? resolve(${SCROLLED}) : requestAnimationFrame(() => next(left - 1));
  next(30);
})`;
const FOCUSED = '(document.activeElement.closest("[data-paper]")?.dataset.paper ?? "")';

/** What people do who read one paper from its beginning to its end. */
export function describeCloseReading(given: () => PageUnderTest): void {
  describe('reading closely', () => {
    it('scrolls by keys: sentence by sentence, and on to what was found', async () => {
      const { browser } = given();
      const page = await browser.open('/read?q=robots', LOW);
      await paperRow(page, LONG.id).locator('a').click();
      const paper = openPaper(page, LONG.id);
      const pairs = paper.getByRole('group', { name: /^Sentence/ });
      await pairs.nth(11).waitFor();
      for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowDown');
      await waitFor(async () => (await pairs.nth(11).getAttribute('data-active')) === 'true', {
        what: 'the last pair',
      });
      await waitFor(() => isInSight(page, '[role=group][data-active]'), { what: 'the last pair in sight' });
      const before = await page.evaluate<number>(COMES_TO_REST);
      expect(before).toBeGreaterThan(0);
      expect(await scroll(page, 'ArrowDown')).toBeGreaterThan(before);
      await scroll(page, 'End');
      await waitFor(() => isInSight(page, '[data-open] footer'), { what: 'the end in sight' });
      expect(await scroll(page, 'Home')).toBe(0);
      expect(await scroll(page, 'Space')).toBeGreaterThan(0);
      await page.keyboard.press('k');
      await openPaper(page, '2511.00002').waitFor();
      expect(await page.evaluate<number>(COMES_TO_REST)).toBe(0);
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('begins at the beginning, though the paper before still scrolls', async () => {
      const { browser } = given();
      const page = await browser.open('/read?q=robots', LOW);
      await paperRow(page, LONG.id).locator('a').click();
      await openPaper(page, LONG.id)
        .getByRole('group', { name: /^Sentence/ })
        .nth(11)
        .waitFor();
      await page.keyboard.press('End');
      await waitFor(async () => (await page.evaluate<number>(SCROLLED)) > 0, { what: 'a pane that scrolls' });
      await page.keyboard.press('k');
      await openPaper(page, '2511.00002').waitFor();
      expect(await page.evaluate<number>(COMES_TO_REST)).toBe(0);
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('takes the focus from nobody who writes, and gives it back to the list', async () => {
      const { browser } = given();
      const page = await browser.open(`/read/${LONG.id}`);
      await openPaper(page, LONG.id).waitFor();
      const words = page.locator('input[type=search]');
      await words.pressSequentially('keepers');
      await waitFor(() => page.url().includes('q=keepers'), { what: 'the words in the address' });
      await paperRow(page, LONG.id).waitFor();
      await focused(words);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await waitFor(() => new URL(page.url()).pathname === '/read', { what: 'the list alone' });
      await waitFor(async () => (await page.evaluate(FOCUSED)) === LONG.id, { what: 'the focus in the list' });
      expect([await words.inputValue(), new URL(page.url()).search]).toEqual(['keepers', '?q=keepers']);
      await page.keyboard.press('Enter');
      await openPaper(page, LONG.id).waitFor();
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('scrolls the paper alone: the page around it is as high as the window', async () => {
      const { browser } = given();
      const page = await browser.open('/read/2511.00002', { viewport: { width: 1366, height: 260 } });
      await openPaper(page, '2511.00002').locator('.katex').nth(3).waitFor();
      expect(await page.evaluate('document.documentElement.scrollHeight - window.innerHeight')).toBe(0);
      await page.context().close();
    });

    it('leads from a mark in a title to what was found, and back, by keys', async () => {
      const { browser } = given();
      const page = await browser.open(`/read/${LONG.id}`, LOW);
      const paper = openPaper(page, LONG.id);
      const marks = paper.locator('h2 mark[role=button]');
      const finding = paper.locator('section button[data-severity]').filter({ hasText: 'Title' });
      await finding.hover();
      await paper.locator('h2 mark[data-active]').waitFor();
      expect(await marks.textContent()).toBe('12');
      const described = (await marks.getAttribute('aria-describedby')) ?? '';
      expect(await page.locator(`[id="${described}"] [lang=en]`).textContent()).toContain('13');
      await page.locator('[data-pane]').focus();
      await paper.getByRole('link', { name: 'arXiv' }).focus();
      for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+Tab');
      await focused(marks);
      await page.keyboard.press('Enter');
      await focused(finding);
      await waitFor(() => isInSight(page, 'section button[data-severity]:focus'), { what: 'what was found in sight' });
      await page.keyboard.press('Enter');
      await focused(marks);
      await page.keyboard.press('h');
      await page.getByText('How its state changed').waitFor();
      await marks.click();
      await focused(finding);
      expect(await browser.obstacles(page)).toEqual([]);
      await browser.picture(page, 'reading-marks');
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('shows the original alone, and not more authors than somebody reads', async () => {
      const { browser } = given();
      const page = await browser.open(`/read/${LONG.id}`);
      const paper = openPaper(page, LONG.id);
      const head = paper.locator('header');
      await head.locator('[lang=zh-Hans]').waitFor();
      await page.keyboard.press('o');
      await head.locator('[lang=zh-Hans]').waitFor({ state: 'detached' });
      await head.locator('h2[lang=en] mark').waitFor();
      await page.keyboard.press('o');
      await head.locator('[lang=zh-Hans]').waitFor();
      const last = LONG.authors.at(-1) ?? '';
      expect(await head.textContent()).not.toContain(last);
      await head.getByRole('button', { name: '+110 authors' }).click();
      expect(await head.textContent()).toContain(last);
      await head.getByRole('button', { name: 'Show fewer' }).click();
      expect(await head.textContent()).not.toContain(last);
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });
  });
}

/**
 * Presses a key that scrolls. To its end, for Chromium drops the next key where it comes with the last frame.
 * @returns where the pane is then
 */
async function scroll(page: Page, key: string): Promise<number> {
  // The page listens before the key comes, which takes another way to it.
  await page.evaluate(`(() => {
    const pane = document.querySelector('[data-pane]');
    window.scrolledTo = null;
    pane.addEventListener('scrollend', () => { window.scrolledTo = pane.scrollTop; }, { once: true });
  })()`);
  await page.keyboard.press(key);
  const scrolledTo = () => page.evaluate<number | null>('window.scrolledTo');
  await waitFor(async () => (await scrolledTo()) !== null, { what: `the end of a scroll by ${key}` });
  return (await scrolledTo()) ?? 0;
}

/** Waits until an element has the focus. */
function focused(element: Locator): Promise<void> {
  return element.and(element.page().locator(':focus')).waitFor();
}

/** Whether an element stands within the window as a whole, and nobody has to scroll to read it. */
async function isInSight(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= -1 && box.y + box.height <= height + 1;
}
