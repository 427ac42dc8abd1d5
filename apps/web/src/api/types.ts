/** What the page reads of the api's answers (`/openapi.json`). */
export type Genre = 'title' | 'abstract';
export type Side = 'en' | 'zh';
export type Verdict = 'accept' | 'flag' | 'retranslate';
export type PaperVerdict = Verdict | 'unverified';
export type TranslationStatus = 'pending' | 'accepted' | 'needs-review';
export type Severity = 'critical' | 'major' | 'minor' | 'neutral';
/** A half-open range of UTF-16 offsets. */
export type Span = readonly [from: number, to: number];
export type PerGenre<T> = Readonly<Record<Genre, T>>;

export interface Bilingual {
  readonly en: string;
  readonly zh: string | null;
}

export interface Matches {
  readonly en: readonly Span[];
  readonly zh: readonly Span[];
}

export interface PaperSummary {
  readonly arxivId: string;
  readonly version: number | null;
  readonly title: Bilingual;
  readonly authors: readonly string[];
  readonly verdict: PerGenre<Verdict | null>;
  readonly status: PerGenre<TranslationStatus>;
  readonly issueCounts: Readonly<Record<Severity, number>>;
  readonly firstDate: string | null;
  readonly newestDate: string | null;
  readonly sources: readonly string[];
  readonly categories: readonly string[];
  readonly topics: readonly string[];
  readonly marks: readonly string[];
  readonly matches: { readonly title: Matches } | null;
}

export interface PaperList {
  readonly items: readonly PaperSummary[];
  readonly next: string | null;
}

export interface IssueBody {
  readonly code: string;
  readonly severity: Severity;
  readonly probability: number;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  readonly message: { readonly en: string; readonly zh: string };
}

export interface PaperIssue extends IssueBody {
  readonly field: Genre;
}

/** Sentences that belong together; null: the other language has no counterpart. */
export interface Bead {
  readonly en: Span | null;
  readonly zh: Span | null;
}

export interface Occurrence {
  readonly source: string;
  readonly path: string;
  readonly category: string | null;
  readonly topic: string | null;
  readonly version: number | null;
  readonly line: number | null;
  readonly date: string | null;
  readonly sha256: string | null;
}

export interface Provenance {
  readonly origin: 'digest' | 'provider' | 'person';
  readonly author: string | null;
  readonly source: string | null;
  readonly path: string | null;
  readonly date: string | null;
}

export interface Paper extends Omit<PaperSummary, 'matches'> {
  readonly abstract: Bilingual;
  readonly score: PerGenre<number | null>;
  readonly provenance: PerGenre<Provenance | null>;
  readonly alignment: PerGenre<readonly Bead[]>;
  readonly issues: readonly PaperIssue[];
  readonly url: string;
  readonly occurrences: readonly Occurrence[];
  readonly matches: PerGenre<Matches> | null;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface PaperFacets {
  readonly count: number;
  readonly isExact: boolean;
  readonly verdicts: readonly FacetValue[];
  readonly statuses: readonly FacetValue[];
  readonly sources: readonly FacetValue[];
  readonly categories: readonly FacetValue[];
  readonly topics: readonly FacetValue[];
  readonly issues: readonly FacetValue[];
  readonly dates: readonly { readonly date: string | null; readonly count: number }[];
}

export interface SeenTranslation {
  readonly hash: string;
  readonly genre: Genre;
  readonly zh: string;
  readonly isShown: boolean;
  readonly fits: boolean;
  readonly verdict: Verdict | null;
  readonly score: number | null;
  readonly engine: string | null;
  readonly issues: readonly IssueBody[];
  readonly provenances: readonly Provenance[];
}

export interface PaperRevision {
  readonly revision: number;
  readonly at: string;
  readonly gone: boolean;
  readonly version: number | null;
  readonly verdict: PerGenre<Verdict | null>;
  readonly issues: readonly {
    readonly genre: Genre;
    readonly code: string;
    readonly severity: Severity;
    readonly count: number;
  }[];
}

export interface PaperHistory {
  readonly arxivId: string;
  readonly revision: number;
  readonly versions: readonly {
    readonly version: number | null;
    readonly entries: number;
    readonly firstDate: string | null;
    readonly newestDate: string | null;
  }[];
  readonly translations: readonly SeenTranslation[];
  readonly revisions: readonly PaperRevision[];
}

export interface TranslationDiff {
  readonly parts: readonly { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }[];
}

export type DayState = 'complete' | 'partial' | 'missing';

export interface DayItem {
  readonly date: string;
  readonly source: string;
  readonly state: DayState;
  readonly digests: number;
  readonly failed: number;
  readonly waiting: number;
  readonly entries: number;
  readonly papers: number;
  readonly withChinese: number;
  readonly issues: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

export interface DayList {
  readonly items: readonly DayItem[];
}
