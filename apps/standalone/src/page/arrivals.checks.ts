import { waitFor } from '@diglot/testing';
import type { Page } from 'playwright-core';
import { writeLateDigest, writePageDigests } from './page-digests.ts';
import { paperRow, type PageUnderTest } from './page-under-test.ts';

/** What comes, and how the page takes it. */
export function describeArrivals(given: () => PageUnderTest): void {
  describe('arrivals', () => {
    it('are awaited by an empty page, which fills itself when digests come', async () => {
      const { browser, digests, diglot } = given();
      const [today, reader] = [await browser.open('/'), await browser.open('/read')];
      await today.getByText('Nothing has come yet').waitFor();
      await reader.getByText('No papers yet').waitFor();
      for (const [path, text] of [
        ['/search', 'Nothing matches'],
        ['/dead-letters', 'There are no dead letters'],
        ['/dead-letters?show=retries', 'Nothing is waiting for another attempt'],
        ['/quality', 'Nothing was judged yet'],
        ['/trace', 'What shall be traced?'],
        ['/trace?of=2511.00001', 'Nothing is known of this'],
        ['/read/2511.00001', 'This paper is not known'],
      ] as const) {
        const empty = await browser.open(path);
        await empty.getByText(text).waitFor();
        await empty.context().close();
      }
      // A paper or a trace that is not known is a 404, which the browser writes down.
      browser.complaints = browser.complaints.filter((each) => !each.includes('404'));
      await writePageDigests(digests);
      await reader.locator('[data-paper]').first().waitFor();
      // What comes after the first papers waits to be asked.
      await waitFor(async () => (await askForMore(reader)) && (await paperRow(reader, '2511.00001').isVisible()), {
        timeout: 60_000,
        interval: 200,
        what: 'the paper of the second digest',
      });
      await today.getByText(/Wednesday,? 5 November 2025/).waitFor();
      await diglot.waitForStatus(({ inFlight, dead }) => inFlight === 0 && dead > 0);
      expect(browser.complaints).toEqual([]);
      await Promise.all([today.context().close(), reader.context().close()]);
    });

    it('do not move the list under the eyes of a reader: it tells of them, and waits to be asked', async () => {
      const { browser, digests } = given();
      const page = await browser.open('/read');
      const search = await browser.open('/search?q=pipelines');
      const other = await browser.open('/read?q=libraries');
      const all = [page, search, other];
      for (const each of all) await each.locator('[data-paper]').first().waitFor();
      const isAsked = other.waitForResponse(/\/api\/papers\?q=libraries/);
      await writeLateDigest(digests);
      for (const each of [page, search]) {
        await each.getByRole('button', { name: /New papers/ }).click();
        await paperRow(each, '2511.30001').waitFor();
      }
      // Of what came nothing is for this one.
      await isAsked;
      await other.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
      expect(await other.getByRole('button', { name: 'Show them' }).count()).toBe(0);
      expect(browser.complaints).toEqual([]);
      await Promise.all(all.map((each) => each.context().close()));
    });
  });
}

async function askForMore(page: Page): Promise<true> {
  const fresh = page.getByRole('button', { name: /New papers/ });
  if (await fresh.isVisible()) await fresh.click();
  return true;
}
