import { planBatch } from '../load/batch.ts';
import { judgeRun, type Observation } from './judge-run.ts';

const batch = planBatch(0, { digests: 2, papersEach: 5 });
const fine: Observation = {
  counts: { parsed: 20, translated: 20, occurrences: 20, papers: 10, searchable: 10 },
  open: { retrying: 0, dead: 0 },
  deadExpected: 0,
  log: { unsent: 0, invented: 0, unreceipted: 0, outdated: 0, differing: 0, unknown: 0 },
  unmoved: 0,
  violations: [],
};

it('finds nothing where everything is there once', () => {
  expect(judgeRun(batch, fine)).toEqual({ lost: 0, doubled: 0, undrained: 0, reasons: [] });
});

it('counts what is missing as lost, and says what it is', () => {
  const found = judgeRun(batch, { ...fine, counts: { ...fine.counts, papers: 9, searchable: 9, occurrences: 18 } });
  expect(found).toMatchObject({ lost: 4, doubled: 0, undrained: 0 });
  expect(found.reasons).toContain('1 papers without a state');
});

it('counts a fact that was stated twice as doubled', () => {
  expect(judgeRun(batch, { ...fine, counts: { ...fine.counts, parsed: 21 } })).toMatchObject({ lost: 0, doubled: 1 });
});

it.each([
  [{ log: { ...fine.log, unsent: 2 } }, { lost: 2 }],
  [{ log: { ...fine.log, unreceipted: 1 } }, { lost: 1 }],
  [{ log: { ...fine.log, invented: 1 } }, { doubled: 1 }],
  [{ log: { ...fine.log, outdated: 3 } }, { undrained: 3 }],
  [{ log: { ...fine.log, differing: 2 } }, { lost: 2 }],
  [{ log: { ...fine.log, unknown: 1 } }, { doubled: 1 }],
  [{ unmoved: 2 }, { undrained: 2 }],
  [{ open: { retrying: 1, dead: 0 } }, { undrained: 1 }],
  [{ open: { retrying: 0, dead: 1 } }, { undrained: 1 }],
  [{ deadExpected: 1 }, { lost: 1 }],
])('%j is %j', (change, expected) => {
  expect(judgeRun(batch, { ...fine, ...change })).toMatchObject({ lost: 0, doubled: 0, undrained: 0, ...expected });
});

it('counts a broken invariant by what it means', () => {
  const violations = [
    { invariant: 'I5', detail: 'dead receipts without a dead letter in the outbox', count: 2 },
    { invariant: 'I2', detail: 'receipts that are done and still hold what only work needs', count: 1 },
    { invariant: 'I3', detail: 'events that were settled twice', count: 4 },
    { invariant: 'I7', detail: 'papers whose state is not the fold of their set', count: 1 },
    { invariant: 'I9', detail: 'files that were moved away and are not committed', count: 0 },
  ] as const;
  const found = judgeRun(batch, { ...fine, violations });
  expect(found).toMatchObject({ lost: 3, doubled: 5, undrained: 0 });
  expect(found.reasons).toContain('4 I3: events that were settled twice');
});
