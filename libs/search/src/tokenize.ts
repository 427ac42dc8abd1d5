import { stemmer } from 'stemmer';
import type { Span } from '@diglot/domain';
import { CAPITAL, FOREIGN, HAN, OTHER, classOf } from './characters.ts';

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

/** What a folded piece is made of. */
const PART = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const PLAIN_WORD = /^[a-z]+$/;

/** Longer words are no words (hashes, data), and stemming is for words. */
const LONGEST_STEMMED = 40;

/** Splits a text into its tokens, in order. Linear in the length of the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const from = at;
    // Which classes the piece is made of, one bit each.
    let made = 0;
    while (at < text.length) {
      const point = text.codePointAt(at) ?? 0;
      const kind = classOf(point);
      if (kind === OTHER) break;
      made |= 1 << kind;
      at += point > 0xffff ? 2 : 1;
    }
    if (made === 0) at += 1;
    else appendPiece(tokens, text.slice(from, at), from, made);
  }
  return tokens;
}

function appendPiece(tokens: Token[], piece: string, from: number, made: number): void {
  const whole: Span = [from, from + piece.length];
  if (made === 1 << HAN) {
    tokens.push({ kind: 'han', text: piece, span: whole });
  } else if ((made & ((1 << HAN) | (1 << FOREIGN))) === 0) {
    const word = (made & (1 << CAPITAL)) === 0 ? piece : piece.toLowerCase();
    tokens.push({ kind: 'word', text: stem(word), span: whole });
  } else {
    appendFolded(tokens, piece, whole);
  }
}

/** A piece of several scripts, or with accents or compatibility forms. */
function appendFolded(tokens: Token[], piece: string, whole: Span): void {
  const folded = fold(piece);
  // Folding may lengthen or shorten; then a part cannot be placed more precisely than its piece.
  const keepsPlaces = folded.length === piece.length;
  for (const { 0: part, index } of folded.matchAll(PART)) {
    const kind = /^\p{Script=Han}/u.test(part) ? 'han' : 'word';
    const start = whole[0] + index;
    const span: Span = keepsPlaces ? [start, start + part.length] : whole;
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
  if (word.length > LONGEST_STEMMED) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= STEMS_KEPT) stems.clear();
  const result = PLAIN_WORD.test(word) ? stemmer(word) : word;
  stems.set(word, result);
  return result;
}
