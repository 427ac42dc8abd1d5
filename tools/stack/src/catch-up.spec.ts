import { isSettled } from './catch-up.ts';

const START = Date.parse('2026-01-02T03:04:05Z');
const figures = {
  digests: { seen: 1, withEntries: 1 },
  entries: 2,
  papers: 2,
  inFlight: 0,
  dead: 0,
  problems: { count: 0 },
};
const scanned = { kind: 'folder', configured: true, scannedAt: '2026-01-02T03:04:06.000Z', untaken: 0 } as const;

test('what every source was looked through for, and what is done, is settled', () => {
  expect(isSettled({ ...figures, sources: [scanned, { ...scanned, kind: 'git' }] }, START)).toBe(true);
  expect(isSettled({ ...figures, sources: [] }, START)).toBe(true);
});

test('nothing is settled while something is in flight', () => {
  expect(isSettled({ ...figures, inFlight: 1, sources: [scanned] }, START)).toBe(false);
});

test.each([
  ['was never looked through', { scannedAt: null }],
  ['was last looked through before the start', { scannedAt: '2026-01-02T03:04:04.999Z' }],
  ['has a file that still changes', { untaken: 1 }],
])('nothing is settled while a source %s', (_, what) => {
  expect(isSettled({ ...figures, sources: [scanned, { ...scanned, ...what }] }, START)).toBe(false);
});

test('who is not watched is not waited for', () => {
  const never = { ...scanned, scannedAt: null };
  const sources = [scanned, { ...never, kind: 'uploads' as const }, { ...never, configured: false }];
  expect(isSettled({ ...figures, sources }, START)).toBe(true);
});
