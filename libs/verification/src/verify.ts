import type { Issue, Span, Verdict } from '@diglot/domain';
import { runCheck } from './checks/check.ts';
import { CHECKS } from './checks/registry.ts';
import { PairContext, type Pair } from './context/pair-context.ts';
import { decide } from './decision/decision-table.ts';
import { score } from './decision/score.ts';

/** Sentences that belong together; null where a side has none. */
export interface Bead {
  readonly source: Span | null;
  readonly target: Span | null;
  /** 0 to 1: how much of the source the target says. */
  readonly coverage: number;
}

/** Everything the engine says about one translation. */
export interface Verification {
  readonly issues: readonly Issue[];
  readonly verdict: Verdict;
  /** 0 to 100, higher is better; ranks candidates, never decides. */
  readonly score: number;
  /** Beads in order; empty when there is no lexicon to align with. */
  readonly alignment: readonly Bead[];
}

/** Judges a translation. Pure, deterministic, linear in the length of the texts; it never throws. */
export function verify(pair: Pair): Verification {
  const context = new PairContext(pair);
  const issues = CHECKS.flatMap((check) => runCheck(check, context));
  return {
    issues,
    verdict: decide(issues),
    score: score(issues, context.sourceMeasure.words),
    alignment: [],
  };
}
