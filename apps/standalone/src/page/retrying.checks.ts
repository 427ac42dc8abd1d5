import { waitFor } from '@diglot/testing';
import type { Page } from 'playwright-core';
import { fetchJson } from '../testing/standalone-process.ts';
import { writeAnotherDigest } from './page-digests.ts';
import type { PageUnderTest } from './page-under-test.ts';

interface Flow {
  readonly webhooks: readonly { readonly lag: number }[];
}

interface Retries {
  readonly items: readonly { readonly consumer: string; readonly eventId: string }[];
}

/** What people do with what is tried again by itself: they do not wait, or they give it up. */
export function describeRetrying(given: () => PageUnderTest): void {
  describe('retrying', () => {
    it('has what waits tried again now, and it is done', async () => {
      const { browser, receiver } = given();
      const eventId = await delay(given(), '2511.40001');
      const page = await browser.open('/flow');
      await page.locator('[data-webhook=friend]').getByText('1 being tried again').waitFor();
      expect(await browser.obstacles(page)).toEqual([]);
      await browser.picture(page, 'retrying-flow');
      await page.goto(`${browser.address}/trace?of=2511.40001`);
      const told = page.locator('[data-hop="diglot.webhook.friend"]').filter({ hasText: 'Webhook friend' });
      await told.filter({ hasText: 'next attempt' }).getByText('DIGLOT_WEBHOOK_THROTTLED').waitFor();
      expect(await browser.obstacles(page)).toEqual([]);
      await browser.picture(page, 'retrying-trace');
      await page.goto(`${browser.address}/dead-letters?show=retries`);
      await page.getByText('DIGLOT_WEBHOOK_THROTTLED').first().waitFor();
      receiver.answer = { status: 204 };
      await page.getByRole('button', { name: 'Retry 1 now …' }).click();
      await command(
        page,
        await given().token(),
        'The receiver is back',
        /^1 event has the next attempt/,
        'Retry 1 now',
      );
      await page.getByText('1 event is tried again now.').waitFor();
      await settled(given(), eventId, 'done');
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
      await page.getByText('Nothing is waiting for another attempt').waitFor();
      await page.goto(`${browser.address}/trace?of=2511.40001`);
      await told.filter({ hasText: 'delivered' }).last().waitFor();
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });

    it('gives up what waits, which is a dead letter then, with who gave it up and why', async () => {
      const { browser, receiver } = given();
      const eventId = await delay(given(), '2511.40002');
      const page = await browser.open('/dead-letters?show=retries');
      await page.getByRole('button', { name: 'Give up 1 …' }).click();
      await command(page, await given().token(), 'Nobody reads it', /^1 event becomes a dead letter/, 'Give up 1');
      await page.getByText('1 event is a dead letter now.').waitFor();
      await settled(given(), eventId, 'dead');
      receiver.answer = { status: 204 };
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
      await page.getByRole('radio', { name: 'Dead letters' }).check();
      await page.getByText('DIGLOT_GIVEN_UP').first().click();
      await page.locator(`[data-letter="${eventId}"]`).getByText('Nobody reads it').waitFor();
      await page.goto(`${browser.address}/flow`);
      await page.locator('[data-webhook=friend]').getByText('1 dead letter').waitFor();
      expect(browser.complaints).toEqual([]);
      await page.context().close();
    });
  });
}

/** Brings a paper whose webhook wants to be left alone for an hour. @returns the event that waits */
async function delay({ diglot, digests, receiver }: PageUnderTest, arxivId: string): Promise<string> {
  const address = await diglot.address();
  const waiting = async () => (await fetchJson<Retries>(`${address}/api/retries`)).items;
  // Whatever came before is told first.
  await diglot.waitForStatus(({ inFlight }) => inFlight === 0);
  await waitFor(async () => {
    const { webhooks } = await fetchJson<Flow>(`${address}/api/flow`);
    return webhooks.every(({ lag }) => lag === 0) && (await waiting()).length === 0;
  });
  receiver.answer = { status: 429, headers: { 'retry-after': '3600' } };
  await writeAnotherDigest(digests, arxivId);
  return await waitFor(async () => {
    const items = await waiting();
    expect(items).toMatchObject([{ consumer: 'diglot.webhook.friend', code: 'DIGLOT_WEBHOOK_THROTTLED' }]);
    return items[0]?.eventId;
  });
}

async function settled({ diglot }: PageUnderTest, eventId: string, status: string): Promise<void> {
  const path = `/api/receipts/diglot.webhook.friend/${eventId}`;
  await waitFor(async () => (await fetchJson<{ status: string }>((await diglot.address()) + path)).status === status, {
    what: `a receipt that is ${status}`,
  });
}

async function command(page: Page, token: string, reason: string, concerns: RegExp, confirm: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Token').fill(token);
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByText(concerns).waitFor();
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
}
