/** What the page reads of the api's answers (`/openapi.json`). */
export type Genre = 'title' | 'abstract';
export type Verdict = 'accept' | 'flag' | 'retranslate';
export type PaperVerdict = Verdict | 'unverified';
export type Severity = 'critical' | 'major' | 'minor' | 'neutral';
export type Span = readonly [from: number, to: number];

export interface BilingualText {
  readonly en: string;
  readonly zh: string | null;
}

export interface Matches {
  readonly en: readonly Span[];
  readonly zh: readonly Span[];
}

export interface PaperSummary {
  readonly arxivId: string;
  readonly title: BilingualText;
  readonly authors: readonly string[];
  readonly verdict: Readonly<Record<Genre, Verdict | null>>;
  readonly issueCounts: Readonly<Record<Severity, number>>;
  readonly newestDate: string | null;
  readonly sources: readonly string[];
  readonly matches: { readonly title: Matches } | null;
}

export interface PaperPage {
  readonly items: readonly PaperSummary[];
  readonly next: string | null;
}

export interface PaperIssue {
  readonly field: Genre;
  readonly code: string;
  readonly severity: Severity;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  readonly message: { readonly en: string; readonly zh: string };
}

export interface Occurrence {
  readonly source: string;
  readonly path: string;
  readonly line: number | null;
  readonly date: string | null;
  readonly sha256: string | null;
}

export interface Paper extends Omit<PaperSummary, 'matches'> {
  readonly abstract: BilingualText;
  readonly issues: readonly PaperIssue[];
  readonly url: string;
  readonly occurrences: readonly Occurrence[];
  readonly matches: Readonly<Record<Genre, Matches>> | null;
}

interface Explained {
  readonly code: string;
  readonly meaning: string;
  readonly remedy: string;
}

export interface Status {
  readonly digests: { readonly seen: number; readonly withEntries: number };
  readonly entries: number;
  readonly papers: number;
  readonly inFlight: number;
  readonly retrying: number;
  readonly dead: number;
  readonly readiness: { readonly ready: boolean; readonly reasons: readonly string[] };
  readonly verdicts: Readonly<Record<PaperVerdict, number>>;
  readonly problems: {
    readonly count: number;
    readonly latest: readonly (Explained & {
      readonly source: string;
      readonly path: string;
      readonly detail: string;
    })[];
  };
  readonly brokenBlocks: {
    readonly count: number;
    readonly first: readonly (Explained & {
      readonly source: string;
      readonly path: string;
      readonly line: number;
      readonly column: number;
      readonly field: string | null;
      readonly message: string;
    })[];
  };
  readonly deadLetters: readonly (Explained & {
    readonly count: number;
    readonly latest: readonly {
      readonly eventId: string;
      readonly consumer: string;
      readonly file: string | null;
      readonly line: number | null;
      readonly message: string;
    }[];
  })[];
  readonly stages: readonly { readonly consumer: string; readonly lag: number; readonly retrying: number }[];
  readonly sources: readonly { readonly name: string; readonly location: string; readonly digests: number }[];
  readonly version: string;
}
