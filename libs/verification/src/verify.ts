import type { Issue, Verdict } from '@diglot/domain';
import { runCheck } from './checks/check.ts';
import { CHECKS } from './checks/registry.ts';
import { PairContext, type Bead, type Pair } from './context/pair-context.ts';
import { decide } from './decision/decision-table.ts';
import { score } from './decision/score.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

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
export type Verifier = (pair: Pair) => Verification;

/** A verifier with all checks; without a lexicon those that need one find nothing. */
export function createVerifier({ lexicon = null }: { readonly lexicon?: Lexicon | null } = {}): Verifier {
  return (pair) => {
    const context = new PairContext(pair, lexicon);
    const issues = CHECKS.flatMap((check) => runCheck(check, context));
    return {
      issues,
      verdict: decide(issues),
      score: score(issues),
      alignment: context.beads,
    };
  };
}

/** The verifier without a lexicon: presence, language, length and all else that the surface shows. */
export const verify: Verifier = createVerifier();
