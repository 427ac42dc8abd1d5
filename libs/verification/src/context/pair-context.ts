import type { Genre, Span } from '@diglot/domain';
import { alignGroups, bits, byGroup, type BeadRange, type GroupedWords } from '../alignment/align.ts';
import { groupSentences } from '../alignment/group-sentences.ts';
import { linkWords, type LinkedWord, type Links } from '../alignment/links.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { chineseNumbers } from '../numbers/chinese-numbers.ts';
import { englishNumbers } from '../numbers/english-numbers.ts';
import type { Quantity } from '../numbers/quantity.ts';
import { segment, type Segmentation } from '../text/chinese.ts';
import { latinWords, nameKey, stem, type LatinWord } from '../text/english.ts';
import { fold } from '../text/fold.ts';
import { measure, type TextMeasure } from '../text/measure.ts';
import { chineseSentences, englishSentences } from '../text/sentences.ts';

/** A text, its translation, and what kind of text it is. */
export interface Pair {
  readonly source: string;
  readonly target: string;
  readonly genre: Genre;
  /** Translations of the paper's other fields, where they are known. */
  readonly otherTargets?: readonly string[];
}

/** Sentences that belong together; null where a side has none. */
export interface Bead {
  readonly source: Span | null;
  readonly target: Span | null;
  /** 0 to 1: how much of the source the target says. */
  readonly coverage: number;
}

/** One pair with everything the checks look at; each part is computed once, when first asked for. */
export class PairContext implements Pair {
  readonly source: string;
  readonly target: string;
  readonly genre: Genre;
  readonly otherTargets: readonly string[];
  /** null: only what can be seen on the surface is checked. */
  readonly lexicon: Lexicon | null;
  readonly #memo = new Map<string, unknown>();

  constructor(pair: Pair, lexicon: Lexicon | null) {
    this.source = pair.source;
    this.target = pair.target;
    this.genre = pair.genre;
    this.otherTargets = pair.otherTargets ?? [];
    this.lexicon = lexicon;
  }

  get sourceMeasure(): TextMeasure {
    return this.#once('sourceMeasure', () => measure(this.source));
  }

  get targetMeasure(): TextMeasure {
    return this.#once('targetMeasure', () => measure(this.target));
  }

  /** See {@link fold}; offsets are those of the original. */
  get foldedSource(): string {
    return this.#once('foldedSource', () => fold(this.source));
  }

  get foldedTarget(): string {
    return this.#once('foldedTarget', () => fold(this.target));
  }

  get sourceWords(): readonly LatinWord[] {
    return this.#once('sourceWords', () => latinWords(this.foldedSource));
  }

  get targetWords(): readonly LatinWord[] {
    return this.#once('targetWords', () => latinWords(withoutAddresses(this.foldedTarget)));
  }

  get sourceNumbers(): readonly Quantity[] {
    return this.#once('sourceNumbers', () => englishNumbers(withoutAddresses(this.foldedSource)));
  }

  get targetNumbers(): readonly Quantity[] {
    return this.#once('targetNumbers', () => chineseNumbers(withoutAddresses(this.foldedTarget)));
  }

  /** Sentences, or runs of sentences in very long texts. */
  get sourceGroups(): readonly Span[] {
    return this.#once('sourceGroups', () => groupSentences(englishSentences(this.foldedSource)));
  }

  get targetGroups(): readonly Span[] {
    return this.#once('targetGroups', () => groupSentences(chineseSentences(this.foldedTarget)));
  }

  /** Words of the translation; null without a lexicon. */
  get segmentation(): Segmentation | null {
    const { lexicon } = this;
    return lexicon === null ? null : this.#once('segmentation', () => segment(this.foldedTarget, lexicon));
  }

  get links(): Links | null {
    const { lexicon, segmentation } = this;
    if (lexicon === null || segmentation === null) return null;
    return this.#once('links', () =>
      linkWords({
        sourceGroups: this.sourceGroups,
        targetGroups: this.targetGroups,
        sourceWords: this.sourceWords,
        targetWords: this.targetWords,
        targetLength: this.target.length,
        segmentation,
        lexicon,
      }),
    );
  }

  /** Linked words by sentence group; empty without a lexicon. */
  get groupedWords(): GroupedWords {
    return this.#once('groupedWords', () => ({
      source: byGroup(this.links?.source ?? [], this.sourceGroups.length),
      target: byGroup(this.links?.target ?? [], this.targetGroups.length),
    }));
  }

  /** Pairing of the sentence groups; empty without a lexicon. */
  get ranges(): readonly BeadRange[] {
    if (this.lexicon === null) return [];
    return this.#once('ranges', () =>
      alignGroups(this.groupedWords, {
        source: this.sourceGroups.map(lengthOf),
        target: this.targetGroups.map(lengthOf),
      }),
    );
  }

  get beads(): readonly Bead[] {
    return this.#once('beads', () =>
      this.ranges.map((range) => ({
        source: spanOf(this.sourceGroups, range.source),
        target: spanOf(this.targetGroups, range.target),
        coverage: coverageOf(this.groupedWords.source, range.source, bits(range.target)),
      })),
    );
  }

  /** Source words without case and plural. */
  get sourceKeys(): ReadonlySet<string> {
    return this.#once('sourceKeys', () => {
      const keys = this.sourceWords.map(({ text }) => nameKey(text));
      const pieces = this.sourceWords.flatMap(({ text }) => text.match(/[A-Z]{2,}(?![a-z])|[A-Z][a-z]{2,}/gu) ?? []);
      return new Set([...keys, ...pieces.map((piece) => piece.toLowerCase())]);
    });
  }

  get sourceStems(): ReadonlySet<string> {
    return this.#once('sourceStems', () => new Set(this.sourceWords.map(({ text }) => stem(text))));
  }

  /** Letters and digits of the source only: `fine-tuned` and `finetuned` are the same in it. */
  get squeezedSource(): string {
    return this.#once('squeezedSource', () => squeeze(this.foldedSource));
  }

  get squeezedTarget(): string {
    return this.#once('squeezedTarget', () => squeeze(this.foldedTarget));
  }

  /** The first letters of all source words. */
  get sourceInitials(): string {
    return this.#once('sourceInitials', () =>
      this.sourceWords.map(({ text }) => text[0]?.toLowerCase() ?? '').join(''),
    );
  }

  /** The linked word that starts at an offset of the source. */
  linkedSourceWord(from: number): LinkedWord | undefined {
    return this.#once('linkedSource', () => new Map(this.links?.source.map((word) => [word.from, word]))).get(from);
  }

  /** Whether two places belong to one bead; without an alignment every place does. */
  inSameBead(sourceOffset: number, targetOffset: number): boolean {
    if (this.beads.length === 0) return true;
    return this.#beadOf('source', sourceOffset) === this.#beadOf('target', targetOffset);
  }

  #beadOf(side: 'source' | 'target', offset: number): number {
    let found = -1;
    this.beads.forEach((bead, index) => {
      const span = bead[side];
      if (span !== null && span[0] <= offset) found = index;
    });
    return found;
  }

  #once<Value>(name: string, compute: () => Value): Value {
    if (!this.#memo.has(name)) this.#memo.set(name, compute());
    return this.#memo.get(name) as Value;
  }
}

/** Addresses blanked, offset by offset: words and numbers in them are no words and numbers of the text. */
const withoutAddresses = (text: string): string =>
  text.includes('://') ? text.replaceAll(/https?:\/\/[!-~]+/giu, (address) => ' '.repeat(address.length)) : text;

const squeeze = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const lengthOf = ([from, to]: Span): number => to - from;

function spanOf(groups: readonly Span[], [from, to]: Span): Span | null {
  const first = groups[from];
  const last = groups[to - 1];
  return to > from && first && last ? [first[0], last[1]] : null;
}

/** Share of the source words, weighed by how surely they should be found, that have a counterpart. */
function coverageOf(groups: readonly (readonly LinkedWord[])[], [from, to]: Span, mask: number): number {
  let all = 0;
  let covered = 0;
  for (const word of groups.slice(from, to).flat()) {
    all -= word.missing;
    if ((word.mask & mask) !== 0) covered -= word.missing;
  }
  return all === 0 ? 1 : covered / all;
}
