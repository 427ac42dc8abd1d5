import type { Issue } from '@diglot/domain';
import { signalOf } from './signal.ts';
import { SCORE_WEIGHTS } from './score-weights.ts';

/** The strongest signal counts in full, each further one by this share: they are seldom independent. */
const FURTHER = 0.05;
/** Nats at which half of the score is gone. */
const HALF = 2;
/** A critical issue that is all but certain: no other evidence weighs more. */
const CRITICAL = 6;
const SURE = 0.8;
/** A signal that training found nothing in, or never saw. */
const UNSEEN = { neutral: 0, minor: 0.02, major: 0.1, critical: 3 } as const;

/**
 * 0 to 100, higher is better; ranks candidates of equal verdict and never decides. A likelihood ratio: how much more often
 * such issues stand on damaged than on untouched translations.
 */
export function score(issues: readonly Issue[]): number {
  if (issues.some(({ code }) => code === 'empty')) return 0;
  const bySignal = new Map<string, number>();
  for (const issue of issues) {
    const signal = signalOf(issue);
    bySignal.set(signal, Math.max(bySignal.get(signal) ?? 0, natsOf(signal, issue)));
  }
  const nats = [...bySignal.values()].toSorted((first, second) => second - first);
  const [strongest = 0, ...rest] = nats;
  const total = strongest + FURTHER * rest.reduce((sum, value) => sum + value, 0);
  return Number((100 * 2 ** (-total / HALF)).toFixed(3));
}

function natsOf(signal: string, { severity, probability }: Issue): number {
  const nats = SCORE_WEIGHTS[signal]?.findLast(([from]) => probability >= from)?.[1];
  const value = nats ?? UNSEEN[severity] * probability;
  return severity === 'critical' && probability >= SURE ? Math.max(CRITICAL, value) : value;
}
