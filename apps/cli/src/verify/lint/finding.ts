import type { Genre, IssueCode, Message, Severity, Span } from '@diglot/domain';

/** A place in a file; lines and columns from 1, columns in UTF-16 code units, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One issue of one text of a file, as the configuration has it. */
export interface Finding {
  readonly rule: IssueCode;
  readonly check: string;
  readonly severity: Severity;
  readonly probability: number;
  readonly message: Message;
  readonly arxivId: string;
  readonly genre: Genre;
  readonly source: string;
  readonly target: string;
  readonly sourceSpans: readonly Span[];
  readonly targetSpans: readonly Span[];
  /** Where the first marked span of the translation stands in the file; the field's line where nothing is marked. */
  readonly from: Place;
  readonly to: Place;
  /** Why it does not count; null: it does. */
  readonly suppressed: string | null;
}

/** What the linter says that is about no translation: an unused or unreadable comment, a broken block. */
export interface Notice {
  readonly line: number;
  readonly message: string;
}

/** One file, linted. */
export interface FileReport {
  readonly path: string;
  /** `digest`, or why there is nothing to lint: other files may lie beside digests. */
  readonly kind: 'digest' | 'other' | 'unreadable';
  /** Why it is not a digest; null where it is one. */
  readonly reason: string | null;
  readonly texts: number;
  readonly verdicts: Readonly<Record<'accept' | 'flag' | 'retranslate', number>>;
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
}
