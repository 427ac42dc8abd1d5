import { HAN_LENGTHS, WORD_LENGTHS, isFrequent, isHeavy } from './frequent-phrases.ts';
import type { Token } from './tokenize.ts';

/** The ranges of the common Chinese characters (Unicode, CJK Unified Ideographs and Extension A). */
const UNIFIED = { from: 0x4e00, count: 0x5200 } as const;
const EXTENSION_A = { from: 0x3400, count: 0x19c0 } as const;
/** A character takes 15 bits of a term. */
const BITS = 15;
const REST = UNIFIED.count + EXTENSION_A.count;

/** Told apart from words by a character that no token holds. */
const PHRASE_MARK = '\u0001';
const FACET_MARK = '\u0002';

/**
 * The distinct terms that tokens are indexed under, as safe integers, ascending:
 * - a word: negative, 52 bits of a hash;
 * - a run of Chinese characters: its bigrams, not negative, 15 bits for each character;
 * - a character that few texts hold, by itself; the others are answered from the text;
 * - a phrase that very many texts hold, in either language, and two words that each very many texts hold, negative as a
 *   word: too many texts would have to be looked at again. What a phrase's parts promise is otherwise proved by looking at the text.
 */
export function termsOf(...texts: readonly (readonly Token[])[]): number[] {
  const terms = new Set<number>();
  for (const tokens of texts) {
    tokens.forEach((token, index) => {
      if (token.kind === 'han') addRun(terms, token.text);
      else addWord(terms, tokens, index);
    });
  }
  return Array.from(Float64Array.from(terms).sort());
}

/** The terms that a text must hold in which some tokens stand beside each other. */
export function queryTerms(tokens: readonly Token[]): number[] {
  const [only, second] = tokens;
  if (only && !second && isExact(tokens)) return [exactTerm(only)];
  if (tokens.length > 1 && isExact(tokens)) return [phraseTerm(tokens.map(({ text }) => text).join(' '))];
  return termsOf(tokens);
}

/** Whether the terms say all: exactly the texts that hold them hold the tokens beside each other. */
export function isExact(tokens: readonly Token[]): boolean {
  const [only, second, third] = tokens;
  if (!only) return false;
  if (second) {
    if (!tokens.every(({ kind }) => kind === 'word')) return false;
    return (!third && isPair(only, second)) || isFrequent(tokens.map(({ text }) => text).join(' '));
  }
  if (only.kind === 'word') return true;
  const characters = [...only.text];
  if (characters.length === 1) return isCommon(only.text) && !isFrequent(only.text);
  if (characters.length === 2) return characters.every(isCommon);
  return isFrequent(only.text);
}

/** The term of a value by which papers are narrowed: it is of no word and no phrase. */
export function facetTerm(name: string, value: string): number {
  return hashTerm(`${FACET_MARK}${name}${FACET_MARK}${value}`);
}

function exactTerm({ kind, text }: Token): number {
  if (kind === 'word') return hashTerm(text);
  const [first = '', second] = [...text];
  if (second === undefined) return characterTerm(first);
  return text.length === 2 ? bigram(hanCode(first), hanCode(second)) : phraseTerm(text);
}

function addWord(terms: Set<number>, tokens: readonly Token[], index: number): void {
  const first = tokens[index];
  if (!first) return;
  terms.add(hashTerm(first.text));
  let phrase = first.text;
  for (let length = 2; length <= WORD_LENGTHS.most; length += 1) {
    const next = tokens[index + length - 1];
    if (next?.kind !== 'word') return;
    phrase = `${phrase} ${next.text}`;
    const isPhrase = isFrequent(phrase);
    if (isPhrase || (length === 2 && isPair(first, next))) terms.add(phraseTerm(phrase));
    // A phrase is at most as frequent as its beginning.
    if (!isPhrase) return;
  }
}

function addRun(terms: Set<number>, run: string): void {
  const characters = [...run];
  const codes = characters.map(hanCode);
  characters.forEach((character, index) => {
    if (!isFrequent(character)) terms.add(characterTerm(character));
    if (index > 0) terms.add(bigram(codes[index - 1] ?? 0, codes[index] ?? 0));
    let phrase = character + (characters[index + 1] ?? '');
    for (let length = HAN_LENGTHS.least; length <= HAN_LENGTHS.most; length += 1) {
      const next = characters[index + length - 1];
      if (next === undefined) break;
      phrase += next;
      if (!isFrequent(phrase)) break;
      terms.add(phraseTerm(phrase));
    }
  });
}

function isPair(first: Token, second: Token): boolean {
  return isHeavy(first.text) && isHeavy(second.text);
}

function bigram(first: number, second: number): number {
  return (first << BITS) | second;
}

function characterTerm(character: string): number {
  return phraseTerm(character);
}

function phraseTerm(phrase: string): number {
  return hashTerm(PHRASE_MARK + phrase);
}

/** Rare characters share the codes that the common ones leave over; whoever finds them looks at the text again. */
function hanCode(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point >= UNIFIED.from && point < UNIFIED.from + UNIFIED.count) return point - UNIFIED.from;
  if (point >= EXTENSION_A.from && point < EXTENSION_A.from + EXTENSION_A.count) {
    return UNIFIED.count + point - EXTENSION_A.from;
  }
  return REST + (point % (2 ** BITS - REST));
}

function isCommon(character: string): boolean {
  return hanCode(character) < REST;
}

/** Terms met so far: a corpus has few distinct words. Emptied when full, so it stays small. */
const known = new Map<string, number>();
const KNOWN = 50_000;

/**
 * Two FNV-1a hashes over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/) with different beginnings, spread by
 * MurmurHash3's finaliser: 52 bits, so that among a million distinct words two share a term once in ten thousand corpora.
 */
function hashTerm(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  const term = -1 - ((spread(high) & 0xfffff) * 2 ** 32 + (spread(low) >>> 0));
  if (known.size >= KNOWN) known.clear();
  known.set(text, term);
  return term;
}

function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
