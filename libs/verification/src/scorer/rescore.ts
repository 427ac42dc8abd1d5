import type { Issue, Verdict } from '@diglot/domain';
import type { Pair } from '../context/pair-context.ts';
import type { Scorer } from './scorer.ts';

/** What the engine said about a pair, as far as a scorer may change it. */
export interface Judged {
  readonly verdict: Verdict;
  readonly score: number;
  readonly issues: readonly Issue[];
}

/** How much of the new score is the scorer's. */
const SHARE = 0.5;
/** Below, a scorer's doubt and a rule's suspicion together are a reason to flag. */
const DOUBT = 0.35;
/** Suspicions of the engine that count, though they did not reach a verdict. */
const SUSPICION = 0.3;

/**
 * Lets a scorer have its say about pairs that were judged: it ranks, and it may turn `accept` into `flag` where a rule
 * suspected something too. It never decides alone, never lowers a verdict, and never asks for a new translation.
 *
 * @throws what the scorer throws, and Error when it answers for another number of pairs or beyond 0 to 1
 */
export async function rescore<T extends Judged>(
  judged: readonly { readonly pair: Pair; readonly judgement: T }[],
  scorer: Scorer,
): Promise<T[]> {
  if (judged.length === 0) return [];
  const qualities = await scorer.score(judged.map(({ pair }) => pair));
  if (qualities.length !== judged.length) {
    throw new Error(`${scorer.name} scored ${qualities.length} of ${judged.length} pairs`);
  }
  return judged.map(({ judgement }, index) => withQuality(judgement, qualities[index] ?? null, scorer.name));
}

/** A judgement with the scorer's opinion in it. Pure. */
export function withQuality<T extends Judged>(judgement: T, quality: number | null, name: string): T {
  if (quality === null) return judgement;
  if (!(quality >= 0 && quality <= 1)) throw new Error(`${name} gave ${quality}, which is not from 0 to 1`);
  // A text that a rule found beyond doubt to be none is not lifted by anybody's liking.
  const isHopeless = judgement.verdict === 'retranslate';
  const score = isHopeless ? judgement.score : (1 - SHARE) * judgement.score + SHARE * 100 * quality;
  const isSuspected = judgement.issues.some(
    ({ severity, probability }) => severity !== 'neutral' && probability >= SUSPICION,
  );
  const verdict = judgement.verdict === 'accept' && quality < DOUBT && isSuspected ? 'flag' : judgement.verdict;
  return { ...judgement, verdict, score: Number(score.toFixed(3)) };
}
