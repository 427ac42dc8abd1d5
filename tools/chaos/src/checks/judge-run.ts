import type { Batch } from '../load/batch.ts';
import type { LogDifferences } from './compare-log.ts';
import type { BatchCounts } from './count-batch.statement.ts';
import type { Finding } from './finding.ts';

/** All that was looked at after a run. */
export interface Observation {
  readonly counts: BatchCounts;
  readonly open: { readonly retrying: number; readonly dead: number };
  /** Dead letters that there must be, since the run put in what cannot be processed. */
  readonly deadExpected: number;
  readonly log: LogDifferences;
  /** Files of the batch that still lie where they were put. */
  readonly unmoved: number;
  readonly violations: readonly Finding[];
}

/** What a run cost; all 0 where the protocol holds. */
export interface RunVerdict {
  readonly lost: number;
  readonly doubled: number;
  readonly undrained: number;
  /** What each figure is made of, for whoever has to find out. */
  readonly reasons: readonly string[];
}

/** What a broken invariant amounts to (docs/protocol.md, "Invariants"). */
const MEANING: Readonly<Record<Finding['invariant'], 'lost' | 'doubled' | 'undrained'>> = {
  I1: 'lost',
  I2: 'doubled',
  I3: 'doubled',
  I4: 'undrained',
  I5: 'lost',
  I6: 'lost',
  I7: 'lost',
  I9: 'lost',
};

/** Decides what was lost, what was done twice, and what did not drain. */
export function judgeRun(batch: Batch, observation: Observation): RunVerdict {
  const { counts, open, deadExpected, log, unmoved, violations } = observation;
  const lost = new Map([
    ['papers without a state', batch.papers.length - counts.papers],
    ['papers that search does not find', batch.papers.length - counts.searchable],
    ['entries that no paper has', batch.entries - counts.occurrences],
    ['facts that are not on their topic', log.unsent],
    ['records without a receipt', log.unreceipted],
    ['states that their topic tells otherwise', log.differing],
    ['dead letters too few', deadExpected - open.dead],
  ]);
  const doubled = new Map([
    ['entries parsed twice', counts.parsed - batch.entries],
    ['entries translated twice', counts.translated - batch.entries],
    ['occurrences too many', counts.occurrences - batch.entries],
    ['records that nobody announced', log.invented],
    ['states on their topic that nobody holds', log.unknown],
  ]);
  const undrained = new Map([
    ['receipts that still wait', open.retrying],
    ['states that are newer than their topic', log.outdated],
    ['files that were not moved away', unmoved],
    ['dead letters too many', open.dead - deadExpected],
  ]);
  const columns = { lost, doubled, undrained };
  for (const { invariant, detail, count } of violations)
    columns[MEANING[invariant]].set(`${invariant}: ${detail}`, count);
  const sum = (column: ReadonlyMap<string, number>): number => {
    return [...column.values()].reduce((total, count) => total + Math.max(0, count), 0);
  };
  const reasons = Object.values(columns).flatMap((column) =>
    [...column].filter(([, count]) => count > 0).map(([reason, count]) => `${count} ${reason}`),
  );
  return { lost: sum(lost), doubled: sum(doubled), undrained: sum(undrained), reasons };
}
