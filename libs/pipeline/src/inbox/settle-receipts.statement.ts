import type { Transaction } from '@diglot/platform';
import type { Headers } from '@diglot/contracts';
import { splitBySize } from '../statements/split-by-size.ts';
import type { ReceiptStatus } from './receipt.ts';

/** Ends the lease, whatever the outcome (docs/protocol.md, R4). What the row holds already is not written again. */
const SETTLE = `
  UPDATE pipeline.inbox SET
    status = outcome.status, attempt = outcome.attempt, next_at = outcome.next_at, epoch = inbox.epoch + outcome.epochs,
    armed_until = NULL, lease_token = NULL, lease_until = NULL,
    headers = CASE WHEN outcome.status <> 'done' THEN coalesce(inbox.headers, outcome.headers) END,
    payload = CASE WHEN outcome.status <> 'done' THEN coalesce(inbox.payload, outcome.payload) END,
    error_code = outcome.error_code, error_detail = outcome.error_detail, service_version = $11,
    updated_at = now()
  FROM unnest($2::uuid[], $3::text[], $4::int[], $5::timestamptz[], $6::int[], $7::json[], $8::bytea[], $9::text[], $10::text[])
    AS outcome (event_id, status, attempt, next_at, epochs, headers, payload, error_code, error_detail)
  WHERE inbox.consumer = $1 AND inbox.event_id = outcome.event_id`;

/** What an attempt came to, for one receipt. */
export interface Settlement {
  readonly eventId: string;
  readonly status: ReceiptStatus;
  readonly attempt: number;
  readonly nextAt: Date | null;
  /** 1 where the attempt did not count, so that the next alarm has an id of its own. */
  readonly epochs: 0 | 1;
  readonly headers: Headers;
  readonly payload: Uint8Array | null;
  readonly errorCode: string | null;
  readonly errorDetail: string | null;
}

/** @param serviceVersion of the code that came to it */
export async function settleReceipts(
  tx: Transaction,
  consumer: string,
  settlements: readonly Settlement[],
  serviceVersion: string,
): Promise<void> {
  for (const run of splitBySize(settlements, ({ payload }) => payload?.length ?? 0)) {
    await tx.run(SETTLE, [
      consumer,
      run.map(({ eventId }) => eventId),
      run.map(({ status }) => status),
      run.map(({ attempt }) => attempt),
      run.map(({ nextAt }) => nextAt),
      run.map(({ epochs }) => epochs),
      run.map(({ headers }) => JSON.stringify(headers)),
      run.map(({ payload }) => payload && Buffer.from(payload)),
      run.map(({ errorCode }) => errorCode),
      // Postgres text cannot hold U+0000, and an error may quote what came from outside.
      run.map(({ errorDetail }) => errorDetail?.replaceAll('\u0000', '\uFFFD') ?? null),
      serviceVersion,
    ]);
  }
}
