import { backfillOf } from './backfill.ts';

const source = { digests: 500, waiting: 300, coming: 0, perMinute: 600 };

describe('how far a backfill is', () => {
  it('follows from what waits and from the pace, and is not told when all is read', () => {
    expect(backfillOf(source)).toEqual({ read: 200, all: 500, seconds: 30 });
    expect(backfillOf({ ...source, waiting: 0 })).toBeNull();
  });

  it('is not known to end while nothing moves', () => {
    expect(backfillOf({ ...source, perMinute: 0 })).toMatchObject({ seconds: null });
  });

  it('counts what was seen and is not taken yet, so that the whole stays the whole', () => {
    expect(backfillOf({ ...source, coming: 1_000 })).toEqual({ read: 200, all: 1_500, seconds: 130 });
    expect(backfillOf({ ...source, digests: 1_500, waiting: 1_300 })).toEqual({ read: 200, all: 1_500, seconds: 130 });
    expect(backfillOf({ digests: 0, waiting: 0, coming: 9, perMinute: 0 })).toEqual({ read: 0, all: 9, seconds: null });
  });
});
