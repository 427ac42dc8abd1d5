import type { DiglotError } from '@diglot/domain';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Upper bounds of the wait after the first, second … failed attempt, in milliseconds (docs/protocol.md, "Errors"). */
export const BACKOFF_MILLISECONDS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR] as const;

/** The first attempt and one after each wait. */
export const MAX_ATTEMPTS = BACKOFF_MILLISECONDS.length + 1;

/** What nobody thought of is tried once more, in case it was the moment. */
export const MAX_ATTEMPTS_OF_BUG = 2;

/** How long a throttled event waits when the other side did not say. */
const THROTTLED_MILLISECONDS = MINUTE;

/** What becomes of an event whose attempt failed. */
export type AfterFailure =
  | { readonly status: 'dead' }
  | { readonly status: 'done' }
  | { readonly status: 'retrying'; readonly delay: number; readonly counts: boolean };

/**
 * Decides by the class of the error alone.
 * @param attempt attempts begun, this one among them
 * @param random in [0, 1): full jitter
 * @returns for `Unavailable` and `Fatal`, which mark nothing, a retry that does not count
 */
export function afterFailure(error: DiglotError, attempt: number, random: number): AfterFailure {
  switch (error.class) {
    case 'Stale':
      return { status: 'done' };
    case 'Invalid':
      return { status: 'dead' };
    case 'Throttled':
      return { status: 'retrying', delay: error.retryAfter ?? THROTTLED_MILLISECONDS, counts: false };
    case 'Unavailable':
    case 'Fatal':
      return { status: 'retrying', delay: BACKOFF_MILLISECONDS[0], counts: false };
    case 'Transient':
    case 'Bug': {
      const attempts = error.class === 'Bug' ? MAX_ATTEMPTS_OF_BUG : MAX_ATTEMPTS;
      const bound = BACKOFF_MILLISECONDS[attempt - 1];
      if (attempt >= attempts || bound === undefined) return { status: 'dead' };
      return { status: 'retrying', delay: Math.floor(random * bound), counts: true };
    }
  }
}
