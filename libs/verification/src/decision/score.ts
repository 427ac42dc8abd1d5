import type { Issue, Severity } from '@diglot/domain';

/** Penalties of the MQM scoring model. */
const WEIGHTS: Record<Severity, number> = { neutral: 0, minor: 1, major: 5, critical: 25 };
/** Words of source for which a penalty counts in full; twice as long a text halves it. */
const NORM_WORDS = 100;

/** 0 to 100, higher is better; ranks candidates of equal verdict and never decides. */
export function score(issues: readonly Issue[], sourceWords: number): number {
  const penalty = issues.reduce((sum, issue) => sum + WEIGHTS[issue.severity] * issue.probability, 0);
  const norm = Math.min(4, Math.max(1, sourceWords / NORM_WORDS));
  return Number((100 * Math.exp(-penalty / (10 * norm))).toFixed(2));
}
