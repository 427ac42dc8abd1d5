import type { Issue, Severity, Verdict } from '@diglot/domain';

/** One row: an issue of this severity and at least this probability leads to this verdict. */
interface Rule {
  readonly severity: Severity;
  readonly probability: number;
  readonly verdict: Verdict;
}

/** Read from above; the first row that any issue fits decides. No row sums issues up: one bad number is one bad number. */
const DECISION_TABLE: readonly Rule[] = [
  { severity: 'critical', probability: 0.8, verdict: 'retranslate' },
  { severity: 'critical', probability: 0.3, verdict: 'flag' },
  { severity: 'major', probability: 0.5, verdict: 'flag' },
];

/** The verdict on a translation with these issues. */
export function decide(issues: readonly Issue[]): Verdict {
  const row = DECISION_TABLE.find(({ severity, probability }) =>
    issues.some((issue) => issue.severity === severity && issue.probability >= probability),
  );
  return row?.verdict ?? 'accept';
}
