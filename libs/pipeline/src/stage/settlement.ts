import { ERROR_TABLE, type DiglotError } from '@diglot/domain';
import { afterFailure } from '../retry/backoff.ts';
import type { Receipt } from '../inbox/receipt.ts';
import type { Settlement } from '../inbox/settle-receipts.statement.ts';
import { announceDeadLetter, type Announcement } from '../outbox/announcement.ts';

/** What a failed attempt comes to: the new state of its receipt, and its dead letter if it died. */
export interface FailureOutcome {
  readonly settlement: Settlement;
  readonly deadLetter: Announcement | null;
  /** For the breaker. */
  readonly isBug: boolean;
}

/** Decides the outcome of a failed attempt. Pure. */
export function settleFailure(
  receipt: Receipt,
  error: DiglotError,
  { now, random, serviceVersion }: { readonly now: Date; readonly random: number; readonly serviceVersion: string },
): FailureOutcome {
  const outcome = afterFailure(error, receipt.attempt, random);
  const counts = outcome.status !== 'retrying' || outcome.counts;
  const settlement: Settlement = {
    eventId: receipt.eventId,
    status: outcome.status,
    attempt: counts ? receipt.attempt : receipt.attempt - 1,
    nextAt: outcome.status === 'retrying' ? new Date(now.getTime() + outcome.delay) : null,
    epochs: counts ? 0 : 1,
    headers: receipt.headers,
    payload: receipt.payload,
    errorCode: outcome.status === 'done' ? null : error.code,
    errorDetail: outcome.status === 'done' ? null : describe(error),
  };
  const failure = { code: error.code, class: ERROR_TABLE[error.code].class, message: error.message };
  const deadLetter = outcome.status === 'dead' ? announceDeadLetter(receipt, failure, serviceVersion) : null;
  return { settlement, deadLetter, isBug: error.class === 'Bug' };
}

/** An error may quote what came from outside, of any length. */
const DETAIL_CHARACTERS = 8000;

/** A bug is kept with the stack of what was thrown; anything else speaks for itself. */
function describe(error: DiglotError): string {
  const stack = error.cause instanceof Error ? error.cause.stack : error.stack;
  const detail = error.class === 'Bug' && stack ? `${error.message}\n${stack}` : error.message;
  return detail.slice(0, DETAIL_CHARACTERS);
}
