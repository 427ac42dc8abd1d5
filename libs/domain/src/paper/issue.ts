/** How much an issue harms a reader; the weights of a score are 0, 1, 5 and 25 (MQM). */
export const SEVERITIES = ['neutral', 'minor', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A text that is judged on its own; lengths and rules differ by genre. */
export const GENRES = ['title', 'abstract'] as const;
export type Genre = (typeof GENRES)[number];

/** Stable names of what can be wrong with a translation. More may come; none changes its meaning. */
export const ISSUE_CODES = [
  'empty',
  'identical-to-source',
  'wrong-language',
  'title-as-abstract',
  'length',
  'omission',
  'addition',
  'unrelated',
  'truncated',
  'untranslated-text',
  'untranslated-word',
  'number',
  'entity',
  'chatter',
  'repetition',
  'duplicate-field',
  'markup',
  'link',
  'latex',
  'negation',
  'terminology',
  'script',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** The MQM (Multidimensional Quality Metrics) type an issue belongs to; `custom/*` where MQM has none. */
export type MqmType =
  | 'accuracy/omission'
  | 'accuracy/addition'
  | 'accuracy/mistranslation'
  | 'accuracy/untranslated'
  | 'terminology'
  | 'locale/number'
  | 'design/markup'
  | 'linguistic/punctuation'
  | 'linguistic/script'
  | 'custom/chatter'
  | 'custom/repetition';

/** Half-open range of UTF-16 offsets in an original text: `[from, to)`. */
export type Span = readonly [from: number, to: number];

/** The same sentence for both kinds of reader. */
export interface Message {
  readonly en: string;
  readonly zh: string;
}

/** One typed finding about a translation. */
export interface Issue {
  readonly code: IssueCode;
  readonly type: MqmType;
  readonly severity: Severity;
  /** Calibrated probability, 0 to 1, that a careful reader would agree. */
  readonly probability: number;
  /** Where in the source text; empty when the issue is about the whole. */
  readonly source: readonly Span[];
  /** Where in the translation; empty when the issue is about the whole. */
  readonly target: readonly Span[];
  readonly message: Message;
  /** What the rule saw, with its numbers. */
  readonly evidence: Readonly<Record<string, string | number>>;
  /** The rule that found it. */
  readonly check: string;
  /** Version of that rule. */
  readonly version: string;
}

/** What the verifier decides: publish, publish with a mark, or translate again. */
export const VERDICTS = ['accept', 'flag', 'retranslate'] as const;
export type Verdict = (typeof VERDICTS)[number];
