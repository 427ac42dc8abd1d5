import { waitFor } from '@diglot/testing';
import type { Locator, Page } from 'playwright-core';
import { openPaper, type PageUnderTest } from './page-under-test.ts';

const NAME = 'Ada Reader';

/** A text of the queue, named by its paper and which of its texts it is. */
const queued = (page: Page, name: string): Locator => page.locator(`[data-queued="${name}"]`);

/** What people do who review. */
export function describeReviewing(given: () => PageUnderTest): void {
  describe('reviewing', () => {
    it('asks once who reviews, and a decision that is refused never was', async () => {
      const { browser } = given();
      const page = await browser.open('/quality');
      await page.getByRole('link', { name: /Review them/ }).click();
      const text = queued(page, '2511.00002 abstract');
      await text.locator('mark').first().waitFor();
      await text.click({ position: { x: 5, y: 5 } });
      await page.keyboard.press('a');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Your name').fill(NAME);
      await dialog.getByLabel('Token').fill('wrong');
      await dialog.getByRole('button', { name: 'Go on' }).click();
      await dialog.getByRole('alert').getByText('DIGLOT_TOKEN_REQUIRED').waitFor();
      // The browser writes down the refusal.
      expect(browser.complaints.splice(0)).toHaveLength(1);
      expect(await text.count()).toBe(1);
      expect(await browser.obstacles(page)).toEqual([]);
      await dialog.getByLabel('Token').fill(await given().token());
      await dialog.getByRole('button', { name: 'Go on' }).click();
      await text.waitFor({ state: 'detached' });
      // The list is read anew when the text is no longer in it: undone, it comes back all the same.
      await waitFor(
        async () =>
          !(
            await (await page.request.get(`${browser.address}/api/review-queue?limit=100&field=abstract`)).text()
          ).includes('2511.00002'),
      );
      await page.getByLabel('Order').selectOption('newest');
      await page.locator('[data-queued]').first().waitFor();
      expect(await text.count()).toBe(0);
      await page.getByRole('button', { name: /Undo/ }).click();
      await text.waitFor();
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('edits with the check at hand; readers see who did, and it can be taken back', async () => {
      const { browser } = given();
      const page = await openAs(given(), '/quality?show=reviews&code=number');
      const text = queued(page, '2511.00002 abstract');
      await text.click({ position: { x: 5, y: 5 } });
      await page.keyboard.press('e');
      const field = text.getByLabel('The Chinese as it should read');
      const save = text.getByRole('button', { name: 'Save the edit' });
      expect(await save.isDisabled()).toBe(true);
      const wrong = await field.inputValue();
      await field.fill(wrong.replace('50 台', '60 台'));
      await text.getByRole('status').getByText('Flagged').waitFor();
      await browser.picture(page, 'reviewing-edit');
      await field.fill(wrong.replace('50 台', '40 台'));
      await text.getByRole('status').getByText('Accepted').waitFor();
      expect(await browser.obstacles(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await text.waitFor({ state: 'detached' });
      await browser.picture(page, 'reviewing-undo');

      const reader = await browser.open('/read/2511.00002');
      await openPaper(reader, '2511.00002').getByText(`edited by ${NAME}`).waitFor();
      await openPaper(reader, '2511.00002').getByText('40 台').waitFor();
      await browser.picture(reader, 'reviewing-reader');
      await reader.goto(`${browser.address}/read/2511.00002?show=history`);
      await reader.getByText('50 台').first().waitFor();
      await reader.getByText('Abstract edited by a person').waitFor();
      expect(await browser.obstacles(reader)).toEqual([]);

      await reader.goto(`${browser.address}/trace?of=2511.00002`);
      const event = reader.locator('[data-event]').filter({ hasText: 'Reviewed by a person' }).last();
      await event.getByText('abstract ›').waitFor();
      await reader.goto(`${browser.address}/read/2511.00002`);

      await page.getByRole('radio', { name: 'Reviewed' }).check();
      const review = page.locator('[data-review="2511.00002 abstract"]');
      await review.locator('ins').getByText('40 台').waitFor();
      await browser.picture(page, 'reviewing-given');
      expect(await browser.obstacles(page)).toEqual([]);
      const gold = await page.request.get(`${browser.address}/api/gold.jsonl`);
      expect((await gold.text()).trimEnd().split('\n')).toHaveLength(2);
      await review.getByRole('button', { name: 'Take back' }).click();
      await review.waitFor({ state: 'detached' });
      await openPaper(reader, '2511.00002').getByText(`edited by ${NAME}`).first().waitFor({ state: 'detached' });
      expect(browser.complaints).toEqual([]);
      await Promise.all([page.context().close(), reader.context().close()]);
    });

    it.each([
      ['en-GB', 'The Chinese as it should read', 'The check could not look at this text.', 'Try again'],
      ['zh-CN', '中文应当如此', '无法核对这段文本。', '重试'],
    ])('says why the check says nothing, and asks it again: %s', async (locale, label, failed, again) => {
      const { browser } = given();
      const page = await openAs(given(), '/quality?show=reviews&code=number', { locale });
      const text = page.locator('[data-queued]').first();
      await text.click({ position: { x: 5, y: 5 } });
      const problem = { error: { code: 'DIGLOT_TOO_MANY_COMMANDS', message: 'm', remedy: 'r' }, detail: 'd' };
      await page.route('**/api/verify', (route) => route.fulfill({ status: 429, json: problem }));
      await page.keyboard.press('e');
      await text.getByLabel(label).fill('人写的话。');
      const status = text.getByRole('status');
      await status.getByText(failed).waitFor();
      await status.getByText('DIGLOT_TOO_MANY_COMMANDS').waitFor();
      expect(await browser.obstacles(page)).toEqual([]);
      await browser.picture(page, `reviewing-unchecked-${locale}`);
      await page.unroute('**/api/verify');
      await page.route('**/api/verify', (route) => route.abort());
      await status.getByRole('button', { name: again }).click();
      await status.getByText('DIGLOT_TOO_MANY_COMMANDS').waitFor({ state: 'detached' });
      await status.getByText(failed).waitFor();
      await page.unroute('**/api/verify');
      await status.getByRole('button', { name: again }).click();
      await status.getByText(failed).waitFor({ state: 'detached' });
      await status.locator('li').first().waitFor();
      // The browser writes down both refusals.
      expect(browser.complaints.splice(0)).toHaveLength(2);
      await page.context().close();
    });

    it('goes from text to text by keys', async () => {
      const { browser } = given();
      const page = await browser.open('/quality?show=reviews');
      const selected = page.locator('[data-queued][data-selected]');
      await selected.waitFor();
      const first = await selected.getAttribute('data-queued');
      const focused = () => page.evaluate<string | null>('document.activeElement.getAttribute("data-queued")');
      await page.keyboard.press('j');
      await waitFor(async () => ![null, first].includes(await focused()), { what: 'the focus on the second' });
      expect(await selected.getAttribute('data-queued')).toBe(await focused());
      await page.keyboard.press('k');
      await waitFor(async () => (await selected.getAttribute('data-queued')) === first, { what: 'the first again' });
      await page.keyboard.press('e');
      await page.locator('textarea').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('textarea').waitFor({ state: 'detached' });
      await waitFor(async () => (await focused()) === first, { what: 'the focus on the first' });
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('keeps what somebody wrote until it is taken', async () => {
      const { browser } = given();
      const page = await browser.open('/quality?show=reviews');
      await page.locator('[data-queued][data-selected]').waitFor();
      await page.keyboard.press('e');
      await page.locator('textarea').fill('人写的话。');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('e');
      expect(await page.locator('textarea').inputValue()).toBe('人写的话。');
      await page.context().close();
    });
  });
}

/** A page of somebody who has reviewed before. */
async function openAs(given: PageUnderTest, path: string, options?: { readonly locale: string }): Promise<Page> {
  const page = await given.browser.open('/quality', options);
  const kept = { name: JSON.stringify(NAME), token: JSON.stringify(await given.token()) };
  await page.evaluate(`localStorage.setItem('diglot.reviewer', ${JSON.stringify(kept.name)})`);
  await page.evaluate(`sessionStorage.setItem('diglot.token', ${JSON.stringify(kept.token)})`);
  await page.goto(given.browser.address + path);
  return page;
}
