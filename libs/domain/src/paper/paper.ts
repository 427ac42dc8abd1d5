import type { ArxivId } from '../identity/arxiv-id.ts';
import type { CalendarDate } from '../identity/calendar-date.ts';
import type { Sha256 } from '../identity/hashes.ts';
import type { BilingualText, PaperText } from './entry.ts';
import type { Issue, Verdict } from './issue.ts';
import type { ReviewMark } from './review.ts';

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
  /** The category or the topic of arXiv that its digest covers. */
  readonly category: string | null;
  readonly topic: string | null;
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
  readonly provenance: Provenance;
  readonly judgement: Judgement | null;
  /** What a person said of it; nothing is said of most. */
  readonly review?: ReviewMark;
}

/** Where a translation comes from. */
export interface Provenance {
  readonly origin: Origin;
  /** Who made it: `provider/model@prompt`, or the name of a person; null: a digest. */
  readonly author: string | null;
  /** The digest that prints it, of several the first in the order of occurrences; null: no digest does. */
  readonly source: string | null;
  readonly path: string | null;
  readonly date: CalendarDate | null;
}

/** `replaced`: a version above the first is printed · `withdrawn`: its abstract says so. */
export const PAPER_MARKS = ['replaced', 'withdrawn'] as const;
export type PaperMark = (typeof PAPER_MARKS)[number];

/** One version of a paper, as digests name it. */
export interface PaperVersion {
  /** null: the link names none. */
  readonly version: number | null;
  /** First and newest day of a digest that prints it; null where no path names a day. */
  readonly firstDate: CalendarDate | null;
  readonly newestDate: CalendarDate | null;
  /** Live entries. */
  readonly occurrences: number;
}

/** `pending`: nothing to show yet · `accepted` · `needs-review`: shown with its marks. */
export const TRANSLATION_STATUSES = ['pending', 'accepted', 'needs-review'] as const;
export type TranslationStatus = (typeof TRANSLATION_STATUSES)[number];

/** The text of one field that readers see, and why. */
export interface FieldState extends BilingualText {
  /** What stands: a person's word where there is one, otherwise the verifier's. */
  readonly verdict: Verdict | null;
  readonly score: number | null;
  readonly issues: readonly Issue[];
  readonly status: TranslationStatus;
  readonly origin: Origin | null;
  /** null: there is no text, or its state was folded before this was kept. */
  readonly provenance: Provenance | null;
  /** A person's word on this very text; absent for most, so that states without one stay as they are. */
  readonly review?: ReviewMark;
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
  /** Categories and topics under which it is printed, sorted. */
  readonly categories: readonly string[];
  readonly topics: readonly string[];
  /** Its versions, the highest first, one that is not named last. */
  readonly versions: readonly PaperVersion[];
  readonly marks: readonly PaperMark[];
}
