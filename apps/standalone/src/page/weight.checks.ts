import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { PAGE_FOLDER } from '@diglot/web';
import { openPaper, type PageUnderTest } from './page-under-test.ts';

/** Bytes of JavaScript, compressed with gzip, that somebody loads who reads a paper. */
const MOST = 250 * 1024;

/** How much a reader has to load. */
export function describeWeight(given: () => PageUnderTest): void {
  describe('the weight of the page', () => {
    it('stays small for a reader, who loads no chart, and formulas only where there are any', async () => {
      const { browser } = given();
      const page = await browser.open('/read/2511.00001?date=2025-11-05');
      await openPaper(page, '2511.00001').waitFor();
      const scripts = await loaded(await page.evaluate<string[]>(RESOURCES));
      expect(scripts.bytes).toBeGreaterThan(30 * 1024);
      expect(scripts.bytes).toBeLessThan(MOST);
      expect(scripts.names.filter((name) => /katex|time-chart/.test(name))).toEqual([]);
      await page.goto(`${browser.address}/read/2511.00002`);
      await page.locator('.katex').first().waitFor();
      expect((await loaded(await page.evaluate<string[]>(RESOURCES))).bytes).toBeLessThan(MOST);
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('is sent compressed, and once', async () => {
      const { browser } = given();
      const page = await browser.open('/');
      const [script = ''] = await page.evaluate<string[]>(RESOURCES);
      const response = await page.request.get(script, { headers: { 'accept-encoding': 'br' } });
      expect(response.headers()).toMatchObject({
        'content-encoding': 'br',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      const first = await page.request.get(browser.address);
      expect(first.headers()).toMatchObject({ 'cache-control': 'no-cache' });
      await page.context().close();
    });
  });
}

const RESOURCES = `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /assets.*\\.js$/.test(name))`;

async function loaded(addresses: readonly string[]): Promise<{ readonly names: string[]; readonly bytes: number }> {
  const names = [...new Set(addresses.map((address) => new URL(address).pathname.slice(1)))];
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await readFile(new URL(name, PAGE_FOLDER))).length),
  );
  return { names, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
