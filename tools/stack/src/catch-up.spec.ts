import { isSettled } from './catch-up.ts';

const figures = {
  digests: { seen: 1, withEntries: 1 },
  entries: 2,
  papers: 2,
  inFlight: 0,
  dead: 0,
  problems: { count: 0 },
};
const full = { digests: 1, problems: 0 };
const empty = { digests: 0, problems: 0 };

test('nothing is settled while something is in flight', () => {
  expect(isSettled({ ...figures, inFlight: 1, sources: [full] }, 60_000)).toBe(false);
});

test('quiet settles it, and longer quiet if a source shows nothing', () => {
  expect(isSettled({ ...figures, sources: [full] }, 2_000)).toBe(false);
  expect(isSettled({ ...figures, sources: [full] }, 4_000)).toBe(true);
  expect(isSettled({ ...figures, sources: [full, empty] }, 4_000)).toBe(false);
  expect(isSettled({ ...figures, sources: [full, empty] }, 11_000)).toBe(true);
  expect(isSettled({ ...figures, sources: [{ digests: 0, problems: 1 }] }, 4_000)).toBe(true);
  expect(isSettled({ ...figures, sources: [] }, 4_000)).toBe(true);
});
