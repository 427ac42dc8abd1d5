import type { IssueCode } from '@diglot/domain';

/** What must be reached for one kind of damage: recall of some codes while they fire on few untouched pairs. */
export interface Bar {
  readonly type: string;
  readonly codes: readonly IssueCode[];
  /** Share of untouched pairs on which the codes may fire. */
  readonly budget: number;
  /** null: reported, no bar. */
  readonly recall: number | null;
}

export const BARS: readonly Bar[] = [
  { type: 'title_only', codes: ['title-as-abstract', 'length', 'wrong-language'], budget: 0.01, recall: 0.99 },
  { type: 'wrong_abs', codes: ['unrelated'], budget: 0.01, recall: 0.99 },
  { type: 'loop', codes: ['repetition'], budget: 0.01, recall: 0.99 },
  { type: 'left_en_sent', codes: ['untranslated-text'], budget: 0.01, recall: 0.99 },
  { type: 'trunc', codes: ['truncated', 'length'], budget: 0.02, recall: 0.97 },
  { type: 'chatter', codes: ['chatter'], budget: 0.02, recall: 0.85 },
  { type: 'num_change', codes: ['number'], budget: 0.03, recall: 0.97 },
  { type: 'num_scale', codes: ['number'], budget: 0.03, recall: 0.95 },
  { type: 'ent_swap', codes: ['entity'], budget: 0.03, recall: 0.97 },
  { type: 'drop_sent', codes: ['omission', 'truncated'], budget: 0.05, recall: 0.88 },
  { type: 'ent_swap_in', codes: ['entity'], budget: 0.05, recall: 0.45 },
  { type: 'repeat', codes: ['repetition'], budget: 0.05, recall: null },
  { type: 'left_en_word', codes: ['untranslated-word'], budget: 0.05, recall: null },
  { type: 'negate', codes: ['negation'], budget: 0.05, recall: null },
  { type: 'word_swap', codes: ['omission', 'addition', 'terminology'], budget: 0.05, recall: null },
];

/** Bars of the whole. */
export const WHOLE = {
  /** Mean recall over all kinds of damage by the score alone, at this share of untouched pairs. */
  scoreBudget: 0.05,
  macroRecall: 0.76,
  untouchedNotAccepted: 0.12,
  goldMajorsNotAccepted: 0.95,
  goldSoundNotAccepted: 1,
  abstractsPerSecond: 400,
  p95Milliseconds: 6,
  rssMegabytes: 400,
  surfacePerSecond: 5000,
} as const;
