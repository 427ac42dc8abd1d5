import { bits, type Lexicon, type LexiconData } from '@diglot/verification';
import { beadsOf, linksOf } from './lexical-beads.ts';
import { stem } from '@diglot/verification';
import type { TokenisedPair } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Rare words lean on the average with this many occurrences. */
const PRIOR_OCCURRENCES = 6;

class Tally {
  readonly #found: Float64Array;
  readonly #seen: Float64Array;

  constructor(size: number) {
    this.#found = new Float64Array(size);
    this.#seen = new Float64Array(size);
  }

  add(id: number, found: boolean): void {
    this.#seen[id] = (this.#seen[id] ?? 0) + 1;
    if (found) this.#found[id] = (this.#found[id] ?? 0) + 1;
  }

  steps(): number[] {
    const mean = total(this.#found) / Math.max(1, total(this.#seen));
    return Array.from(this.#seen, (seen, id) => {
      const chance = ((this.#found[id] ?? 0) + PRIOR_OCCURRENCES * mean) / (seen + PRIOR_OCCURRENCES);
      return Math.round(chance * 255);
    });
  }
}

const total = (numbers: Float64Array): number => numbers.reduce((sum, number) => sum + number, 0);

/** How often each word finds a counterpart in its own bead, and in a sentence of another paper. */
export function measureCover(
  pairs: readonly TokenisedPair[],
  lexicon: Lexicon,
  { words, stems }: Vocabulary,
): Pick<LexiconData, 'stemCover' | 'wordCover'> {
  const own = { stems: new Tally(stems.length), words: new Tally(words.length) };
  const other = { stems: new Tally(stems.length), words: new Tally(words.length) };
  const abstracts = pairs.filter(({ pair }) => pair.genre === 'abstract');
  abstracts.forEach((pair, index) => {
    const links = linksOf(pair, pair, lexicon);
    for (const bead of beadsOf(pair, lexicon)) {
      if (bead.source[0] === bead.source[1] || bead.target[0] === bead.target[1]) continue;
      tally(own, pair, pair, lexicon, links, bead);
    }
    const stranger = abstracts[(index + 7919) % abstracts.length] as TokenisedPair;
    const chance = linksOf(pair, stranger, lexicon);
    pair.sourceGroups.forEach((_, group) => {
      const at = group % Math.max(1, stranger.targetGroups.length);
      tally(other, pair, stranger, lexicon, chance, { source: [group, group + 1], target: [at, at + 1] });
    });
  });
  return {
    stemCover: zip(own.stems.steps(), other.stems.steps()),
    wordCover: zip(own.words.steps(), other.words.steps()),
  };
}

type Tallies = { readonly stems: Tally; readonly words: Tally };
type Range = readonly [number, number];

function tally(
  { stems, words }: Tallies,
  from: TokenisedPair,
  to: TokenisedPair,
  lexicon: Lexicon,
  links: ReturnType<typeof linksOf>,
  bead: { readonly source: Range; readonly target: Range },
): void {
  const inside = (group: number, [first, end]: Range): boolean => group >= first && group < end;
  for (const word of links.source) {
    if (!inside(word.group, bead.source)) continue;
    const id = lexicon.stemId(stem(from.source.slice(word.from, word.to)));
    if (id !== undefined) stems.add(id, (word.mask & bits(bead.target)) !== 0);
  }
  for (const word of links.target) {
    if (!inside(word.group, bead.target)) continue;
    const id = lexicon.idOf(to.target.slice(word.from, word.to));
    if (id !== undefined) words.add(id, (word.mask & bits(bead.source)) !== 0);
  }
}

const zip = (first: readonly number[], second: readonly number[]): [number, number][] =>
  first.map((value, index) => [value, second[index] ?? 0]);
