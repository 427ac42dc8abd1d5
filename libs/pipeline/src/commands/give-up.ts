import { DiglotError } from '@diglot/domain';
import type { Database, Transaction } from '@diglot/platform';
import type { Receipt } from '../inbox/receipt.ts';
import { settleReceipts } from '../inbox/settle-receipts.statement.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { settleFailure } from '../stage/settlement.ts';
import { writeAudit, type CommandAudit } from './audit.statement.ts';
import { lockRetrying } from './lock-retrying.statement.ts';
import type { ReceiptFilter } from './receipt-filter.ts';

/** So that no transaction gets long; payloads are copied into the outbox. */
const AT_ONCE = 500;

/**
 * Turns events that are being retried into dead letters, which are announced like any other. Whoever works on one now loses
 * its lease, and with it the result.
 * @returns how many
 */
export async function giveUp(
  database: Database,
  filter: ReceiptFilter,
  audit: CommandAudit,
  serviceVersion: string,
): Promise<number> {
  const error = new DiglotError('DIGLOT_GIVEN_UP', `${audit.actor} gave it up: ${audit.reason}`);
  let affected = 0;
  for (;;) {
    const count = await database.transaction(async (tx) => {
      const receipts = await lockRetrying(tx, filter, AT_ONCE);
      await kill(tx, receipts, error, serviceVersion);
      // One row for each transaction, so that none of them is there without its audit; one also when there was nothing.
      if (receipts.length > 0 || affected === 0) {
        const detail = JSON.stringify(filter);
        await writeAudit(tx, { ...audit, command: 'give-up', detail, affected: receipts.length, outcome: 'done' });
      }
      return receipts.length;
    });
    affected += count;
    if (count < AT_ONCE) return affected;
  }
}

async function kill(
  tx: Transaction,
  receipts: readonly Receipt[],
  error: DiglotError,
  serviceVersion: string,
): Promise<void> {
  const outcomes = receipts.map((receipt) => ({
    consumer: receipt.consumer,
    ...settleFailure(receipt, error, { now: new Date(), random: 0, serviceVersion }),
  }));
  for (const consumer of new Set(outcomes.map((outcome) => outcome.consumer))) {
    const own = outcomes.filter((outcome) => outcome.consumer === consumer);
    await settleReceipts(
      tx,
      consumer,
      own.map(({ settlement }) => settlement),
      serviceVersion,
    );
  }
  await appendToOutbox(
    tx,
    outcomes.map(({ deadLetter }) => deadLetter).filter((letter) => letter !== null),
  );
}
