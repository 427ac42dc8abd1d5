import { stemmer } from 'stemmer';
import type { Span } from '../paper/issue.ts';

/**
 * What search knows of a text: an English (or other) word by its stem, or a run of Chinese characters as it is.
 * Indexing, queries and highlights all come from here, so that they can never disagree.
 */
export interface Token {
  readonly kind: 'word' | 'han';
  /** Folded: compatibility forms, case and accents are gone; a word is stemmed. */
  readonly text: string;
  /** Where it stands in the original. */
  readonly span: Span;
}

/** A piece of the original: letters, digits and their marks, of any script. */
const PIECE = /[\p{L}\p{N}\p{M}]+/gu;
/** What a folded piece is made of. */
const PART = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const PLAIN_WORD = /^[a-z]+$/;
const ASCII = /^[\x21-\x7e]+$/;
const COMMON_HAN = /^[\u4e00-\u9fff]+$/;

/** Longer words are no words (hashes, data), and stemming is for words. */
const LONGEST_STEMMED = 40;

/** Splits a text into its tokens, in order. Linear in the length of the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECE)) appendPiece(tokens, match[0], match.index);
  return tokens;
}

function appendPiece(tokens: Token[], piece: string, from: number): void {
  const whole: Span = [from, from + piece.length];
  if (COMMON_HAN.test(piece)) {
    tokens.push({ kind: 'han', text: piece, span: whole });
    return;
  }
  if (ASCII.test(piece)) {
    tokens.push({ kind: 'word', text: stem(piece.toLowerCase()), span: whole });
    return;
  }
  const folded = fold(piece);
  // Folding may lengthen or shorten; then a part cannot be placed more precisely than its piece.
  const keepsPlaces = folded.length === piece.length;
  for (const { 0: part, index } of folded.matchAll(PART)) {
    const kind = /^\p{Script=Han}/u.test(part) ? 'han' : 'word';
    const span: Span = keepsPlaces ? [from + index, from + index + part.length] : whole;
    tokens.push({ kind, text: kind === 'han' ? part : stem(part), span });
  }
}

/** Ｆｕｌｌ-width, ligatures and other compatibility forms become plain, case and accents are dropped. */
function fold(piece: string): string {
  return piece.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').normalize('NFC');
}

/** Stems met so far: a corpus has few distinct words, and stemming is dear. Emptied when full, so it stays small. */
const stems = new Map<string, string>();
const STEMS_KEPT = 50_000;

/** Porter's stem of an English word (https://tartarus.org/martin/PorterStemmer/); anything else is left alone. */
function stem(word: string): string {
  if (word.length > LONGEST_STEMMED || !PLAIN_WORD.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= STEMS_KEPT) stems.clear();
  const result = stemmer(word);
  stems.set(word, result);
  return result;
}
