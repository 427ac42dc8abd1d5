import { WHOLE } from './bars.ts';
import type { Evaluation, TypeResult } from './evaluate.ts';
import type { Speed } from './speed.ts';
import type { Share } from './statistics.ts';

/** A bar of the whole and whether it is reached. */
export interface WholeRow {
  readonly name: string;
  readonly value: string;
  readonly bar: string;
  readonly isReached: boolean;
}

export const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
export const interval = ({ hits, of, share, low, high }: Share): string =>
  `${percent(share)} [${percent(low)}, ${percent(high)}] ${hits}/${of}`;

export function wholeRows(evaluation: Evaluation, speed: Speed | null): WholeRow[] {
  const { macroRecall, untouchedNotAccepted, goldMajorsNotAccepted, goldSoundNotAccepted } = evaluation;
  const rows: WholeRow[] = [
    {
      name: `macro recall by score alone at ${percent(WHOLE.scoreBudget)}`,
      value: macroRecall.toFixed(3),
      bar: `≥ ${WHOLE.macroRecall}`,
      isReached: macroRecall >= WHOLE.macroRecall,
    },
    {
      name: 'untouched pairs not accepted',
      value: interval(untouchedNotAccepted),
      bar: `≤ ${percent(WHOLE.untouchedNotAccepted)}`,
      isReached: untouchedNotAccepted.share <= WHOLE.untouchedNotAccepted,
    },
    {
      name: 'gold: majors not accepted',
      value: interval(goldMajorsNotAccepted),
      bar: `≥ ${percent(WHOLE.goldMajorsNotAccepted)}`,
      isReached: goldMajorsNotAccepted.share >= WHOLE.goldMajorsNotAccepted,
    },
    {
      name: 'gold: random, without a defect, not accepted',
      value: interval(goldSoundNotAccepted),
      bar: `≤ ${WHOLE.goldSoundNotAccepted}`,
      isReached: goldSoundNotAccepted.hits <= WHOLE.goldSoundNotAccepted,
    },
  ];
  return speed === null ? rows : [...rows, ...speedRows(speed)];
}

function speedRows(speed: Speed): WholeRow[] {
  const row = (name: string, value: number, bar: number, isMore: boolean): WholeRow => ({
    name,
    value: value.toFixed(1),
    bar: `${isMore ? '≥' : '≤'} ${bar}`,
    isReached: isMore ? value >= bar : value <= bar,
  });
  return [
    row('abstracts per second, all checks', speed.abstractsPerSecond, WHOLE.abstractsPerSecond, true),
    row('p95 of an abstract, ms', speed.p95Milliseconds, WHOLE.p95Milliseconds, false),
    row('resident memory, MB', speed.rssMegabytes, WHOLE.rssMegabytes, false),
    row('titles per second, surface checks', speed.surfaceTitlesPerSecond, WHOLE.surfacePerSecond, true),
    row('lexicon load, ms', speed.loadMilliseconds, 100, false),
  ];
}

const mark = (isReached: boolean | null): string => (isReached === null ? ' ' : isReached ? '✓' : '✗');

/** The tables as text for a terminal. */
export function renderText(evaluation: Evaluation, speed: Speed | null): string {
  return [
    'Recall per kind of damage. "as shipped": issues of probability 0.5 or more. "tuned": threshold from one half of the',
    'papers for the budget, measured on the other half. Shares with 95 % Wilson intervals.',
    '',
    typeTable(evaluation.types),
    '',
    ...wholeRows(evaluation, speed).map(
      ({ name, value, bar, isReached }) => `${mark(isReached)} ${name.padEnd(48)} ${value.padEnd(34)} ${bar}`,
    ),
    '',
    'Verdicts (accept / flag / retranslate)',
    ...Object.entries(evaluation.verdicts).map(
      ([type, { accept, flag, retranslate }]) => `  ${type.padEnd(14)}${[accept, flag, retranslate].join(' / ')}`,
    ),
    '',
    renderGold(evaluation.gold),
    '',
    'Reliability: stated probability, and share of such issues on pairs damaged that way (a lower bound)',
    ...evaluation.reliability.map(
      ({ code, from, to, stated, observed }) =>
        `  ${code.padEnd(19)}${from.toFixed(1)}–${to.toFixed(1)}  ${stated.toFixed(2)}  ${interval(observed)}`,
    ),
  ].join('\n');
}

/** The table of labelled pairs. */
export function renderGold(gold: Evaluation['gold']): string {
  const lines = gold.map(({ group, notAccepted }) => `  ${group.padEnd(30)}${interval(notAccepted)}`);
  return ['Gold: not accepted', ...lines].join('\n');
}

function typeTable(types: readonly TypeResult[]): string {
  const head = [
    'kind',
    'recall as shipped',
    'fires on untouched',
    'precision',
    'tuned',
    'fires',
    'AUC',
    'by score',
    'bar',
  ];
  const rows = types.map((row) => [
    `${mark(row.isReached)} ${row.type}`,
    interval(row.recall),
    percent(row.fired.share),
    percent(row.precision),
    percent(row.tuned.recall.share),
    percent(row.tuned.fired.share),
    row.auc.toFixed(3),
    percent(row.scoreRecall.share),
    row.bar === null ? '–' : `≥ ${percent(row.bar)} at ≤ ${percent(row.budget)}`,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}
