import type { DiglotError } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { LogRecord } from '../bus/bus.port.ts';
import { insertReceipts } from '../inbox/insert-receipts.statement.ts';
import type { Receipt } from '../inbox/receipt.ts';
import { settleReceipts } from '../inbox/settle-receipts.statement.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { identify } from '../stage/arrival.ts';
import { settleFailure } from '../stage/settlement.ts';

/** The consumer under which relays keep what their topic does not take. */
export const RELAY_CONSUMER = 'diglot.relay';

/** Keeps a record that its topic does not take as a dead letter of the relay, once. */
export async function setAside(tx: Transaction, record: LogRecord, error: DiglotError, version: string): Promise<void> {
  const arrival = identify(record);
  const inserted = await insertReceipts(tx, RELAY_CONSUMER, [arrival], { status: 'done', attempt: 1 }, version);
  if (!inserted.has(arrival.eventId)) return;
  const { topic, partition, offset, key, headers, value: payload } = arrival.record;
  await bury(
    tx,
    {
      consumer: RELAY_CONSUMER,
      eventId: arrival.eventId,
      status: 'done',
      attempt: 1,
      redrives: 0,
      epoch: 0,
      topic,
      partition,
      offset,
      key,
      headers,
      payload,
      firstSeen: new Date(),
    },
    error,
    version,
  );
}

/** Makes a receipt of the relay a dead letter (again). */
export async function bury(tx: Transaction, receipt: Receipt, error: DiglotError, version: string): Promise<void> {
  const failed = { ...receipt, attempt: Math.max(1, receipt.attempt) };
  const outcome = settleFailure(failed, error, { now: new Date(), random: 0, serviceVersion: version });
  await settleReceipts(tx, RELAY_CONSUMER, [outcome.settlement], version);
  if (outcome.deadLetter) await appendToOutbox(tx, [outcome.deadLetter]);
}

/** Marks a receipt of the relay as sent. */
export async function markSent(tx: Transaction, { eventId, attempt }: Receipt, version: string): Promise<void> {
  const nothing = { nextAt: null, epochs: 0, headers: {}, payload: null, errorCode: null, errorDetail: null } as const;
  await settleReceipts(tx, RELAY_CONSUMER, [{ eventId, status: 'done', attempt: attempt + 1, ...nothing }], version);
}

/** A dead letter that even its own topic does not take goes there without its bytes; the inbox has them. */
export function withoutValue<T extends LogRecord>(record: T): T {
  const bytes = String(record.value?.length ?? 0);
  return { ...record, value: new Uint8Array(), headers: { ...record.headers, 'dlq-value-bytes': bytes } };
}
