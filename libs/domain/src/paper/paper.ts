import type { ArxivId } from '../identity/arxiv-id.ts';
import type { CalendarDate } from '../identity/calendar-date.ts';
import type { Sha256 } from '../identity/hashes.ts';
import type { BilingualText, PaperText } from './entry.ts';
import type { Issue, Verdict } from './issue.ts';

/** Who made a translation. */
export const ORIGINS = ['digest', 'provider', 'person'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What the verifier found about one translation. */
export interface Judgement {
  readonly verdict: Verdict;
  /** 0 to 100, higher is better; ranks candidates of equal verdict, never decides. */
  readonly score: number;
  readonly issues: readonly Issue[];
  /** Version of the engine that judged. */
  readonly engine: string;
}

/** One live entry, as the fold sees it. */
export interface Occurrence {
  /** See `entrySubject`. */
  readonly subject: string;
  readonly source: string;
  readonly path: string;
  readonly date: CalendarDate | null;
  readonly text: PaperText;
  /** null where the digest prints no Chinese, or it is not judged yet. */
  readonly title: Judgement | null;
  readonly abstract: Judgement | null;
}

/** One Chinese text that may be shown for one source text. */
export interface Candidate {
  readonly sourceHash: Sha256;
  readonly text: string;
  readonly hash: Sha256;
  readonly origin: Origin;
  readonly date: CalendarDate | null;
  readonly judgement: Judgement | null;
}

/** `pending`: nothing to show yet · `accepted` · `needs-review`: shown with its marks. */
export const TRANSLATION_STATUSES = ['pending', 'accepted', 'needs-review'] as const;
export type TranslationStatus = (typeof TRANSLATION_STATUSES)[number];

/** The text of one field that readers see, and why. */
export interface FieldState extends BilingualText {
  readonly verdict: Verdict | null;
  readonly score: number | null;
  readonly issues: readonly Issue[];
  readonly status: TranslationStatus;
  readonly origin: Origin | null;
}

/** The current state of one paper: the fold over the set of its live entries and translations. */
export interface PaperState {
  readonly arxivId: ArxivId;
  readonly version: number | null;
  readonly title: FieldState;
  readonly abstract: FieldState;
  readonly authors: readonly string[];
  readonly link: string;
  /** First and newest day of a digest that prints it; null where no path names a day. */
  readonly firstDate: CalendarDate | null;
  readonly newestDate: CalendarDate | null;
  /** Live entries. */
  readonly occurrences: number;
  /** Sources that print it, sorted. */
  readonly sources: readonly string[];
}
