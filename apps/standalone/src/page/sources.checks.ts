import { WITHOUT_LINK, writeDigestWithoutLink } from './page-digests.ts';
import type { PageUnderTest } from './page-under-test.ts';

/** What people see of where digests come from. */
export function describeSources(given: () => PageUnderTest): void {
  describe('sources', () => {
    it('show under a digest what was found in it, opened and closed by keys, and under an address of its own', async () => {
      const { browser, digests } = given();
      const page = await browser.open('/sources');
      await writeDigestWithoutLink(digests);
      const row = page.locator(`[data-digest="${WITHOUT_LINK}"]`);
      const button = row.getByRole('button', { name: `in ${WITHOUT_LINK}` });
      const findings = page.locator('[data-finding]');
      await button.waitFor();
      expect(await button.getAttribute('aria-expanded')).toBe('false');
      expect(await findings.count()).toBe(0);

      await button.focus();
      await page.keyboard.press('Enter');
      await findings.first().waitFor();
      expect(await findings.first().getAttribute('data-finding')).toMatch(/^DIGLOT_BLOCK_/);
      await findings
        .first()
        .getByText(/^line \d+$/)
        .waitFor();
      expect(await button.getAttribute('aria-expanded')).toBe('true');
      await row.locator('button:focus').waitFor();
      expect(await browser.obstacles(page)).toEqual([]);
      await browser.picture(page, 'sources-findings');

      const opened = await browser.open(page.url().slice(browser.address.length), { locale: 'zh-CN' });
      await opened.locator('[data-finding]').first().waitFor();
      await opened.context().close();

      await page.keyboard.press('Space');
      await findings.first().waitFor({ state: 'detached' });
      expect(await button.getAttribute('aria-expanded')).toBe('false');
      expect(new URL(page.url()).searchParams.has('open')).toBe(false);
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });
  });
}
