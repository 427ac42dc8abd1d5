import {
  sha256,
  type FieldState,
  type PaperState,
  type ReviewDecision,
  type Sha256,
  type Verdict,
} from '@diglot/domain';

/** What is remembered of one revision of a state: enough to see how issues came and went, and no text. */
export interface RevisionSummary {
  /** null: nobody printed the paper then. */
  readonly texts: { readonly title: FieldSummary; readonly abstract: FieldSummary } | null;
  readonly version: number | null;
}

export interface FieldSummary {
  readonly verdict: Verdict | null;
  readonly score: number | null;
  /** Of the Chinese. */
  readonly hash: Sha256 | null;
  /** How often each issue was found, as `code severity`. */
  readonly issues: Readonly<Record<string, number>>;
  /** What a person said of the text; absent: nothing. */
  readonly review?: ReviewDecision;
}

export function summaryOf(state: PaperState | null): RevisionSummary {
  if (!state) return { texts: null, version: null };
  return { texts: { title: fieldOf(state.title), abstract: fieldOf(state.abstract) }, version: state.version };
}

function fieldOf({ verdict, score, zh, issues, review }: FieldState): FieldSummary {
  const counts: Record<string, number> = {};
  for (const { code, severity } of issues) {
    const name = `${code} ${severity}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  const hash = zh === null ? null : sha256(zh);
  return { verdict, score, hash, issues: counts, ...(review ? { review: review.decision } : {}) };
}
