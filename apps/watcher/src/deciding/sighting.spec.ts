import fc from 'fast-check';
import type { FileStat } from '../scanning/file-stat.ts';
import { isSettled, observe, type Sighting } from './sighting.ts';

const stat = (version: number): FileStat => ({
  device: 1n,
  inode: 1n,
  size: version,
  modified: BigInt(version),
  changed: BigInt(version),
});
const seen = (version: number) => new Map([['a.md', { stat: stat(version), linkTo: null }]]);
const never = () => false;

/** Runs scans, each `[started, ended, version]`, and gives the last sighting. */
function after(scans: readonly (readonly [number, number, number])[], isTaken: (version: number) => boolean = never) {
  let sightings = new Map<string, Sighting>();
  for (const [started, ended, version] of scans) {
    sightings = observe(sightings, seen(version), { started, ended }, (_, { size }) => isTaken(size));
  }
  return sightings.get('a.md');
}

describe('observe', () => {
  test('a file is seen first when the scan ended', () => {
    expect(after([[10, 15, 1]])).toMatchObject({ since: 15, waitingSince: 15 });
  });

  test('it rests since then as long as it stays the same', () => {
    const scans = [
      [10, 15, 1],
      [20, 25, 1],
      [30, 35, 1],
    ] as const;
    expect(after(scans)).toMatchObject({ since: 15, waitingSince: 15 });
  });

  test('a change begins the rest anew, and not the wait', () => {
    const scans = [
      [10, 15, 1],
      [20, 25, 2],
      [30, 35, 3],
    ] as const;
    expect(after(scans)).toMatchObject({ since: 35, waitingSince: 15 });
  });

  test('once it is taken, the next change begins both anew', () => {
    const scans = [
      [10, 15, 1],
      [20, 25, 1],
      [30, 35, 2],
    ] as const;
    expect(after(scans, (version) => version === 1)).toMatchObject({ since: 35, waitingSince: 35 });
  });

  test('a file that was gone for a scan begins anew', () => {
    const first = observe(new Map(), seen(1), { started: 0, ended: 1 }, never);
    const gone = observe(first, new Map(), { started: 10, ended: 11 }, never);
    expect(gone.size).toBe(0);
    const back = observe(gone, seen(1), { started: 20, ended: 21 }, never);
    expect(back.get('a.md')).toMatchObject({ since: 21, waitingSince: 21 });
  });

  test('a file that is said to rest for so long was the same in every scan of that time', () => {
    const step = fc.tuple(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        let now = 0;
        const scans = steps.map(([pause, length, version]) => {
          const started = (now += pause);
          const ended = (now += length);
          return [started, ended, version] as const;
        });
        const last = scans.at(-1)!;
        const since = after(scans)!.since;
        const inRest = scans.filter(([, ended]) => ended >= since);
        expect(inRest.every(([, , version]) => version === last[2])).toBe(true);
        const before = scans.filter(([, ended]) => ended < since).at(-1);
        expect(before === undefined || before[2] !== last[2]).toBe(true);
      }),
    );
  });
});

describe('isSettled', () => {
  const modifiedAt = (milliseconds: number) => ({ ...stat(1), modified: BigInt(milliseconds) * 1_000_000n });

  test('a file whose last write was 2 s before it was read', () => {
    expect(isSettled({ stat: modifiedAt(10_000), since: 0 }, { at: 1, wallClock: 12_000 })).toBe(true);
  });

  test('not one that was written just before: a second write may leave its stat as it is', () => {
    expect(isSettled({ stat: modifiedAt(10_000), since: 0 }, { at: 1, wallClock: 11_999 })).toBe(false);
  });

  test('a timestamp from the future proves nothing', () => {
    expect(isSettled({ stat: modifiedAt(99_000), since: 0 }, { at: 1999, wallClock: 10_000 })).toBe(false);
  });

  test('unless the file was watched resting for 2 s', () => {
    expect(isSettled({ stat: modifiedAt(99_000), since: 0 }, { at: 2000, wallClock: 10_000 })).toBe(true);
  });
});
