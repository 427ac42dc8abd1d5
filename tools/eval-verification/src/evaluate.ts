import type { IssueCode, Verdict } from '@diglot/domain';
import { BARS, WHOLE, type Bar } from './bars.ts';
import type { DamagedPair, GoldPair } from './sets.ts';
import { areaUnderCurve, shareOf, thresholdFor, type Share } from './statistics.ts';

/** One row of the table. */
export interface TypeResult {
  readonly type: string;
  readonly codes: readonly IssueCode[];
  readonly budget: number;
  readonly bar: number | null;
  /** As shipped: an issue that the decision table acts on. */
  readonly recall: Share;
  readonly fired: Share;
  /**
   * Of pairs on which it fires, as many damaged in this way as untouched: the share that is damaged. Untouched pairs hold
   * real defects too, so it is a lower bound.
   */
  readonly precision: number;
  /** Threshold set on one half of the papers for the budget, measured on the other half. */
  readonly tuned: { readonly threshold: number; readonly recall: Share; readonly fired: Share };
  readonly auc: number;
  readonly scoreRecall: Share;
  readonly scoreAuc: number;
  readonly isReached: boolean | null;
}

export interface ReliabilityRow {
  readonly code: IssueCode | 'all';
  readonly from: number;
  readonly to: number;
  readonly stated: number;
  readonly observed: Share;
}

export interface Evaluation {
  readonly types: readonly TypeResult[];
  readonly macroRecall: number;
  readonly untouchedNotAccepted: Share;
  readonly goldMajorsNotAccepted: Share;
  readonly goldSoundNotAccepted: Share;
  readonly gold: readonly { readonly group: string; readonly notAccepted: Share }[];
  readonly verdicts: Readonly<Record<string, Record<Verdict, number>>>;
  readonly reliability: readonly ReliabilityRow[];
}

export function evaluate(damaged: readonly DamagedPair[], gold: readonly GoldPair[]): Evaluation {
  const types = BARS.map((bar) => evaluateType(bar, damaged));
  return {
    types,
    macroRecall: types.reduce((sum, { scoreRecall }) => sum + scoreRecall.share, 0) / types.length,
    untouchedNotAccepted: notAccepted(ofType(damaged, 'ok')),
    goldMajorsNotAccepted: notAccepted(gold.filter(({ severity }) => severity === 'major')),
    goldSoundNotAccepted: notAccepted(
      gold.filter(({ severity, stratum }) => stratum === 'random' && severity === 'none'),
    ),
    gold: goldGroups(gold),
    verdicts: verdictsByType(damaged),
    reliability: reliability(damaged),
  };
}

const ofType = (pairs: readonly DamagedPair[], type: string): DamagedPair[] =>
  pairs.filter((pair) => pair.type === type);

const notAccepted = (pairs: readonly (DamagedPair | GoldPair)[]): Share =>
  shareOf(pairs.filter(({ verification }) => verification.verdict !== 'accept').length, pairs.length);

/** Highest probability of the codes, whatever the severity. */
const strength = (pair: DamagedPair, codes: readonly IssueCode[]): number =>
  pair.verification.issues.reduce(
    (best, issue) =>
      codes.includes(issue.code) && issue.severity !== 'neutral' ? Math.max(best, issue.probability) : best,
    0,
  );

/** An issue that the decision table acts on, or a minor one that is likelier than not. */
const fires = (pair: DamagedPair, codes: readonly IssueCode[]): boolean => strength(pair, codes) >= 0.5;

function evaluateType(bar: Bar, pairs: readonly DamagedPair[]): TypeResult {
  const { type, codes, budget } = bar;
  const own = ofType(pairs, type);
  const untouched = ofType(pairs, 'ok');
  const recall = shareOf(own.filter((pair) => fires(pair, codes)).length, own.length);
  const fired = shareOf(untouched.filter((pair) => fires(pair, codes)).length, untouched.length);
  const badness = (pair: DamagedPair): number => -pair.verification.score;
  const scoreThreshold = thresholdFor(untouched.map(badness), WHOLE.scoreBudget);
  const tuned = tune(bar, own, untouched);
  const isWithin = (hits: Share, misses: Share): boolean => hits.share >= (bar.recall ?? 0) && misses.share <= budget;
  return {
    type,
    codes,
    budget,
    bar: bar.recall,
    recall,
    fired,
    precision: recall.share / (recall.share + fired.share),
    tuned,
    auc: areaUnderCurve(
      own.map((pair) => strength(pair, codes)),
      untouched.map((pair) => strength(pair, codes)),
    ),
    scoreRecall: shareOf(own.filter((pair) => badness(pair) > scoreThreshold).length, own.length),
    scoreAuc: areaUnderCurve(own.map(badness), untouched.map(badness)),
    isReached: bar.recall === null ? null : isWithin(recall, fired) || isWithin(tuned.recall, tuned.fired),
  };
}

function tune(
  { codes, budget }: Bar,
  own: readonly DamagedPair[],
  untouched: readonly DamagedPair[],
): TypeResult['tuned'] {
  const half = <Pair extends DamagedPair>(pairs: readonly Pair[], which: 0 | 1): Pair[] =>
    pairs.filter((pair) => pair.half === which);
  const threshold = thresholdFor(
    half(untouched, 0).map((pair) => strength(pair, codes)),
    budget,
  );
  const above = (pairs: readonly DamagedPair[]): Share =>
    shareOf(pairs.filter((pair) => strength(pair, codes) > threshold).length, pairs.length);
  return { threshold, recall: above(half(own, 1)), fired: above(half(untouched, 1)) };
}

/** How many of each group of labelled pairs the engine does not accept. */
export function goldGroups(gold: readonly GoldPair[]): Evaluation['gold'] {
  const groups = new Map<string, GoldPair[]>();
  for (const pair of gold) {
    const group = `${pair.field}, ${pair.stratum}, ${pair.severity}`;
    groups.set(group, [...(groups.get(group) ?? []), pair]);
  }
  return [...groups]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([group, pairs]) => ({ group, notAccepted: notAccepted(pairs) }));
}

function verdictsByType(pairs: readonly DamagedPair[]): Evaluation['verdicts'] {
  const table: Record<string, Record<Verdict, number>> = {};
  for (const { type, verification } of pairs) {
    const row = (table[type] ??= { accept: 0, flag: 0, retranslate: 0 });
    row[verification.verdict] += 1;
  }
  return table;
}

const STEPS = 5;

/**
 * Stated against observed probability. Observed: the share of issues that stand on a pair damaged in just that way, with
 * damaged and untouched pairs weighed alike. Untouched pairs hold real defects too, so it is a lower bound.
 */
function reliability(pairs: readonly DamagedPair[]): ReliabilityRow[] {
  const untouched = ofType(pairs, 'ok').length;
  const seen = pairs.flatMap((pair) =>
    pair.verification.issues
      .filter(({ severity, code }) => severity !== 'neutral' && isJudgeable(pair, code))
      .map(({ probability, code }) => {
        const isReal = pair.type !== 'ok';
        return { probability, code, isReal, weight: isReal ? 1 : damagedFor(pairs, code) / Math.max(1, untouched) };
      }),
  );
  const codes = [...new Set(seen.map(({ code }) => code))].sort();
  return (['all', ...codes] as const).flatMap((code) =>
    Array.from({ length: STEPS }, (_, step) => {
      const [from, to] = [step / STEPS, (step + 1) / STEPS];
      const inside = seen.filter(
        (issue) =>
          (code === 'all' || issue.code === code) && issue.probability >= from && (issue.probability < to || to === 1),
      );
      const all = inside.reduce((sum, { weight }) => sum + weight, 0);
      const real = inside.reduce((sum, { weight, isReal }) => sum + (isReal ? weight : 0), 0);
      const stated = inside.reduce((sum, { probability, weight }) => sum + probability * weight, 0) / (all || 1);
      return { code, from, to, stated, observed: shareOf(Math.round(real), Math.round(all)) };
    }).filter(({ observed }) => observed.of > 0),
  );
}

/** Kinds of damage that a code names. */
const kindsOf = (code: IssueCode): string[] =>
  BARS.filter(({ codes, type }) => type !== 'word_swap' && codes.includes(code)).map(({ type }) => type);

/** On a damaged pair only the issue that names the damage is known to be real; of other codes nothing is known at all. */
const isJudgeable = (pair: DamagedPair, code: IssueCode): boolean =>
  pair.type === 'ok' ? kindsOf(code).length > 0 : kindsOf(code).includes(pair.type);

/** Pairs that are damaged in a way which the code names. */
const damagedFor = (pairs: readonly DamagedPair[], code: IssueCode): number =>
  pairs.filter(({ type }) => kindsOf(code).includes(type)).length;
