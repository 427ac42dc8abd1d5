import type { Page } from 'playwright-core';
import { expectQuiet } from '../testing/page-browser.ts';
import type { PageUnderTest } from './page-under-test.ts';

/** What `DIGLOT_DIGEST_ENCODING` means. */
const ENCODING = '摘要文件不是有效的 UTF-8。';

/** What people do who operate. */
export function describeOperating(given: () => PageUnderTest): void {
  describe('operating', () => {
    it('leads from what needs a look to its cause, and puts it back to work after a preview', async () => {
      const { browser } = given();
      const token = await given().token();
      const page = await browser.open('/');
      await page.getByRole('link', { name: /Events that cannot be processed/ }).click();
      await page.getByText('DIGLOT_DIGEST_ENCODING').first().click();
      await page.locator('[data-letter]').first().getByRole('button').first().click();
      const curl = page.getByRole('button', { name: 'Copy as curl' }).first();
      await page.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
      await curl.click();
      expect(await page.getByRole('textbox', { name: /^Copy this/ }).inputValue()).toContain('curl ');
      await page.getByRole('button', { name: 'Redrive 1 …' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Token').fill('wrong');
      await dialog.getByLabel('Reason').fill('The file was saved again');
      await dialog.getByRole('button', { name: 'Preview' }).click();
      await dialog.getByRole('alert').getByText('DIGLOT_TOKEN_REQUIRED').waitFor();
      // The browser writes down the refusal.
      expect(browser.complaints.splice(0)).toHaveLength(1);
      await dialog.getByLabel('Token').fill(token);
      await dialog.getByRole('button', { name: 'Preview' }).click();
      await dialog.getByText('This puts 1 dead letter back to work').waitFor();
      await dialog.getByRole('button', { name: 'Redrive 1' }).click();
      await dialog.getByText('1 dead letter is being worked on again.').waitFor();
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await page.getByRole('radio', { name: 'Audit' }).check();
      const lines = page.getByRole('row').filter({ hasText: 'redrive' });
      await lines.filter({ hasText: 'refused' }).waitFor();
      await lines.filter({ hasText: 'The file was saved again' }).waitFor();
      expect(await browser.obstacles(page)).toEqual([]);
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('says on the flow what was given up, and leads there', async () => {
      const { browser } = given();
      const page = await browser.open('/flow');
      // One letter or more: what was redriven fails again, and others have theirs.
      await page.getByRole('link', { name: /given up: see the dead letters?\./ }).click();
      await page.waitForURL('**/dead-letters');
      await page.getByText('DIGLOT_DIGEST_ENCODING').first().waitFor();
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('tells which topics of Kafka are not as they should be, where Kafka is the log', async () => {
      const { browser } = given();
      const page = await browser.open('/', { locale: 'zh-CN' });
      // Here there is no Kafka; services.int.spec.ts has the api say it of a real one.
      const difference = {
        topic: 'arxiv.paper.state.v1',
        setting: 'cleanup.policy',
        actual: 'delete',
        wanted: 'compact',
      };
      await page.route('**/api/status', async (route) => {
        const response = await route.fetch();
        const told = { ...difference, code: 'DIGLOT_TOPIC_DIFFERS', meaning: 'm', remedy: 'r' };
        await route.fulfill({ response, json: { ...((await response.json()) as object), topicDifferences: [told] } });
      });
      await page.getByText('与预期不同的 Kafka 主题设置：1').click();
      await page.getByText('cleanup.policy 为 delete，应为 compact').waitFor();
      await page.getByText('再次运行创建主题的任务').waitFor();
      expect(await browser.obstacles(page)).toEqual([]);
      await browser.picture(page, 'topics-differ');
      await page.unroute('**/api/status');
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('says in Chinese what died, and marks as English what was raised in English', async () => {
      const { browser } = given();
      const page = await browser.open('/dead-letters?code=DIGLOT_DIGEST_ENCODING', { locale: 'zh-CN' });
      const letter = page.locator('[data-letter]').filter({ hasText: ENCODING }).first();
      await letter.waitFor();
      expect(await letter.locator('[lang=en]').first().textContent()).toMatch(/^DIGLOT_DIGEST_ENCODING: /);
      expect(await letter.locator('[lang=en]').filter({ hasText: ENCODING }).count()).toBe(0);
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('counts before it has everything read or judged again', async () => {
      const { browser } = given();
      const page = await browser.open('/sources');
      await page.getByRole('button', { name: 'Read again …' }).click();
      await preview(page, await given().token());
      await page
        .getByRole('dialog')
        .getByText(/^5 digests are read again/)
        .waitFor();
      await page.goto(`${browser.address}/quality`);
      await page.getByRole('button', { name: 'Judge all texts again …' }).click();
      await preview(page, await given().token());
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Judge \d+ again$/ })
        .click();
      await page.getByText(/are being judged again/).waitFor();
      await page.goto(`${browser.address}/flow`);
      await page.getByRole('listitem').filter({ hasText: 'The engine is new' }).waitFor();
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('follows a paper hop by hop, and compares what its events say', async () => {
      const { browser } = given();
      const page = await browser.open('/trace');
      await page.fill('main input[type=search]', '2511.00001');
      await page.keyboard.press('Enter');
      const events = page.locator('[data-event]');
      const judged = events.filter({ hasText: 'Translation judged' });
      await judged.first().waitFor();
      await judged
        .first()
        .getByRole('cell', { name: /^\d+\.\d+\.\d+/ })
        .first()
        .waitFor();
      // One at least: what came in one batch is one state (protocol.md, the state topic).
      await events.filter({ hasText: 'State of the paper' }).first().waitFor();
      await events.filter({ hasText: 'Digest discovered' }).first().waitFor();
      await judged.last().getByText('Payload').click();
      await judged.last().locator('pre').waitFor();
      await judged.last().getByLabel('Compare with').selectOption({ index: 1 });
      await judged.last().locator('pre :is(ins, del)').first().waitFor();
      expect(new URL(page.url()).searchParams.get('of')).toBe('2511.00001');
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('can be held still', async () => {
      const { browser } = given();
      const page = await browser.open('/flow');
      await page.getByText('makes them findable').waitFor();
      await page.keyboard.press('p');
      await page.getByRole('button', { name: /paused/ }).waitFor();
      let asked = 0;
      await page.route('**/api/**', async (route) => {
        asked += 1;
        await route.continue();
      });
      await page.getByRole('link', { name: 'Sources' }).click();
      await page.getByText('4-Nov-2025/AI/README.md').waitFor();
      await expectQuiet(page, () => asked, 2_500);
      await page.keyboard.press('p');
      await page.getByRole('button', { name: /paused/ }).waitFor({ state: 'hidden' });
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });
  });
}

/** Has a command counted. */
async function preview(page: Page, token: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Token').fill(token);
  await dialog.getByLabel('Reason').fill('The engine is new');
  await dialog.getByRole('button', { name: 'Preview' }).click();
}
