import type { Evaluation } from './evaluate.ts';
import type { Speed } from './speed.ts';

/** What `--compare` reads and a run writes. */
export interface StoredReport {
  readonly engine: string;
  readonly lexicon: string;
  readonly evaluation: Evaluation;
  readonly speed: Speed | null;
}

export interface Change {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly isRegression: boolean;
}

/** Less than this is noise. */
const TOLERANCE = 0.005;

/** Every measure that moved since the stored run; a loss beyond the tolerance is a regression. */
export function compare(before: StoredReport, after: StoredReport): Change[] {
  const old = new Map(measures(before.evaluation).map(({ name, value }) => [name, value]));
  return measures(after.evaluation).flatMap(({ name, value, isMoreBetter }) => {
    const was = old.get(name);
    // A kind without pairs has no share.
    if (was === undefined || !Number.isFinite(was) || !Number.isFinite(value) || Math.abs(value - was) < 1e-9)
      return [];
    const loss = isMoreBetter ? was - value : value - was;
    return [{ name, before: was, after: value, isRegression: loss > TOLERANCE }];
  });
}

interface Measure {
  readonly name: string;
  readonly value: number;
  readonly isMoreBetter: boolean;
}

function measures(evaluation: Evaluation): Measure[] {
  return [
    ...evaluation.types.flatMap(({ type, recall, fired, scoreRecall }) => [
      { name: `${type}: recall`, value: recall.share, isMoreBetter: true },
      { name: `${type}: fires on untouched`, value: fired.share, isMoreBetter: false },
      { name: `${type}: recall by score`, value: scoreRecall.share, isMoreBetter: true },
    ]),
    { name: 'macro recall by score', value: evaluation.macroRecall, isMoreBetter: true },
    { name: 'untouched not accepted', value: evaluation.untouchedNotAccepted.share, isMoreBetter: false },
    { name: 'gold majors not accepted', value: evaluation.goldMajorsNotAccepted.share, isMoreBetter: true },
    { name: 'gold sound not accepted', value: evaluation.goldSoundNotAccepted.share, isMoreBetter: false },
  ];
}

export function renderChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No measure changed.';
  return changes
    .map(
      ({ name, before, after, isRegression }) =>
        `${isRegression ? '✗ REGRESSION' : '  '} ${name}: ${before.toFixed(4)} → ${after.toFixed(4)}`,
    )
    .join('\n');
}
