import fc from 'fast-check';
import { formatFileStat, isSameStat, isSameVersion, parseFileStat, type FileStat } from './file-stat.ts';

const number64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const stats: fc.Arbitrary<FileStat> = fc.record({
  device: number64,
  inode: number64,
  size: fc.maxSafeNat(),
  // Before 1970 too.
  modified: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  changed: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
});

test('what is stored is read back as it was', () => {
  fc.assert(fc.property(stats, (stat) => expect(parseFileStat(formatFileStat(stat))).toEqual(stat)));
});

const STAT: FileStat = { device: 1n, inode: 2n, size: 3, modified: 4n, changed: 5n };

test.each([
  ['nothing', {}, true, true],
  ['its permissions', { changed: 9n }, true, false],
  ['its content', { modified: 9n, changed: 9n }, false, false],
  ['its size', { size: 9 }, false, false],
  ['another file in its place', { inode: 9n }, false, false],
  ['another disk in its place', { device: 9n }, false, false],
])('after a change of %s', (_, change: Partial<FileStat>, sameVersion, sameStat) => {
  expect(isSameVersion(STAT, { ...STAT, ...change })).toBe(sameVersion);
  expect(isSameStat(STAT, { ...STAT, ...change })).toBe(sameStat);
});
