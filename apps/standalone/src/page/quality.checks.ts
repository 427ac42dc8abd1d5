import type { PageUnderTest } from './page-under-test.ts';

/** Sums up how far what was in sight has been moved without being asked to (Cumulative Layout Shift). */
const OBSERVE_SHIFTS = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });
`;
/** From here on it "needs improvement" (web.dev/cls). */
const MOST_SHIFT = 0.1;

/** What people see of how good the texts are. */
export function describeQuality(given: () => PageUnderTest): void {
  describe('quality', () => {
    it('keeps its blocks where they are, whichever answer comes first, and says of one that it is not there', async () => {
      const { browser } = given();
      const page = await browser.open('/');
      await page.setViewportSize({ width: 390, height: 844 });
      await page.addInitScript(OBSERVE_SHIFTS);
      let isBroken = true;
      const answered: string[] = [];
      const origin = page.waitForResponse(/by=origin/);
      await page.route('**/api/quality?*', async (route) => {
        const by = new URL(route.request().url()).searchParams.get('by') ?? '';
        // The figures at the top come last.
        if (by === 'day') await origin;
        if (by === 'source' && isBroken) return route.abort();
        answered.push(by);
        return route.continue();
      });
      await page.goto(`${browser.address}/quality`);
      await page.getByRole('heading', { name: 'Judge all texts again' }).waitFor();
      // Any of them may be renewed since.
      expect(answered.slice(0, 2)).toEqual(['origin', 'day']);
      expect(await page.evaluate<number>('window.shifted')).toBeLessThan(MOST_SHIFT);

      const bySource = page.locator('section', { has: page.getByRole('heading', { name: 'By source' }) });
      isBroken = false;
      await bySource.getByRole('button', { name: 'Try again' }).click();
      await bySource.getByRole('table').waitFor();
      // The question that was cut off, which the browser writes down.
      expect(browser.complaints.filter((each) => !each.includes('ERR_FAILED'))).toEqual([]);
      await page.context().close();
    });
  });
}
