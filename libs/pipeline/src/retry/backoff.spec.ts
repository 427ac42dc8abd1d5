import { DiglotError, ERROR_CLASSES, ERROR_TABLE, type ErrorClass, type ErrorCode } from '@diglot/domain';
import { BACKOFF_MILLISECONDS, MAX_ATTEMPTS, MAX_ATTEMPTS_OF_BUG, afterFailure } from './backoff.ts';

/** Some error of a class: the class alone must decide. */
function error(errorClass: ErrorClass, retryAfter?: number): DiglotError {
  const code = (Object.keys(ERROR_TABLE) as ErrorCode[]).find((each) => ERROR_TABLE[each].class === errorClass);
  if (!code) throw new Error(`no code has the class ${errorClass}`);
  return new DiglotError(code, 'some case', retryAfter === undefined ? {} : { retryAfter });
}

const MOST = 1 - 2 ** -40;

describe('afterFailure', () => {
  it('has a code for every class to decide on', () => {
    expect(ERROR_CLASSES.map((errorClass) => error(errorClass).class)).toEqual(ERROR_CLASSES);
  });

  it('ends what is invalid at once, and what is stale with success', () => {
    expect(afterFailure(error('Invalid'), 1, 0)).toEqual({ status: 'dead' });
    expect(afterFailure(error('Stale'), 1, 0)).toEqual({ status: 'done' });
  });

  it('waits longer after each transient failure, with full jitter, and then gives up', () => {
    const longest = BACKOFF_MILLISECONDS.map((_, index) => afterFailure(error('Transient'), index + 1, MOST));
    expect(longest).toEqual(
      BACKOFF_MILLISECONDS.map((bound) => ({ status: 'retrying', delay: bound - 1, counts: true })),
    );
    expect(afterFailure(error('Transient'), 3, 0)).toEqual({ status: 'retrying', delay: 0, counts: true });
    expect(afterFailure(error('Transient'), MAX_ATTEMPTS, 0)).toEqual({ status: 'dead' });
  });

  it('tries a bug once more', () => {
    expect(afterFailure(error('Bug'), 1, MOST)).toMatchObject({ status: 'retrying', counts: true });
    expect(afterFailure(error('Bug'), MAX_ATTEMPTS_OF_BUG, MOST)).toEqual({ status: 'dead' });
  });

  it('counts no attempt while the world is to blame', () => {
    for (const errorClass of ['Unavailable', 'Fatal', 'Throttled'] as const) {
      expect(afterFailure(error(errorClass), MAX_ATTEMPTS, MOST)).toMatchObject({ status: 'retrying', counts: false });
    }
    expect(afterFailure(error('Throttled', 1234), 1, 0)).toMatchObject({ delay: 1234 });
  });
});
