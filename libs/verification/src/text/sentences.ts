import type { Span } from '@diglot/domain';
import { isAsciiLetter, isDigit, isHan } from './scripts.ts';

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  'e.g i.e etc al vs cf fig figs eq eqs sec no resp approx dr mr mrs ms prof st ca viz w.r.t a.k.a u.s u.k i.i.d ph.d inc ltd'.split(
    ' ',
  ),
);
const CLOSERS = new Set(Array.from('"\')]}”’）】》」'));

/**
 * Sentences of a folded English text as spans without surrounding space. A full stop ends one when a space follows and
 * neither an abbreviation stands before it nor a lower-case word after it.
 */
export function englishSentences(text: string): Span[] {
  return split(text, (index) => {
    const unit = text[index];
    if (unit === '!' || unit === '?') return isBlank(text, afterClosers(text, index + 1));
    if (unit !== '.') return false;
    const next = afterClosers(text, index + 1);
    if (!isBlank(text, next)) return false;
    return !ABBREVIATIONS.has(wordBefore(text, index)) && !startsLowerCase(text, next);
  });
}

/** Sentences of a folded Chinese text; a full stop ends one after an ideograph, and before a space anywhere. */
export function chineseSentences(text: string): Span[] {
  return split(text, (index) => {
    const unit = text[index];
    if (unit === '。' || unit === '!' || unit === '?' || unit === '．') return !isFollowedByEnd(text, index);
    if (unit !== '.') return false;
    const before = text.charCodeAt(index - 1);
    const next = text.charCodeAt(index + 1);
    if (isHan(before)) return !isAsciiLetter(next) && !isDigit(next);
    return isBlank(text, index + 1) && !ABBREVIATIONS.has(wordBefore(text, index)) && isHanOrUpper(text, index + 1);
  });
}

function split(text: string, isEnd: (index: number) => boolean): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const close = (to: number): void => {
    let start = from;
    while (start < to && isBlank(text, start)) start += 1;
    let end = to;
    while (end > start && isBlank(text, end - 1)) end -= 1;
    if (end > start) spans.push([start, end]);
    from = to;
  };
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\n' && isParagraphEnd(text, index)) close(index);
    else if (isEnd(index)) close(afterClosers(text, index + 1));
  }
  close(text.length);
  return spans;
}

const isFollowedByEnd = (text: string, index: number): boolean => '。!?．'.includes(text[index + 1] ?? ' ');

/** A blank line, or a line break after a character that ends a sentence or a label. */
function isParagraphEnd(text: string, index: number): boolean {
  return text[index + 1] === '\n' || '。.!?:：'.includes(text[index - 1] ?? '\n') || isHan(text.charCodeAt(index - 1));
}

function afterClosers(text: string, index: number): number {
  let next = index;
  while (CLOSERS.has(text[next] ?? '')) next += 1;
  return next;
}

function isBlank(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return Number.isNaN(unit) || unit === 32 || (unit >= 9 && unit <= 13);
}

function wordBefore(text: string, index: number): string {
  let from = index;
  while (from > 0 && index - from < 8 && (isAsciiLetter(text.charCodeAt(from - 1)) || text[from - 1] === '.'))
    from -= 1;
  return text.slice(from, index).toLowerCase();
}

function firstAfterBlank(text: string, index: number): number {
  let next = index;
  while (next < text.length && next - index < 8 && isBlank(text, next)) next += 1;
  return text.charCodeAt(next);
}

function startsLowerCase(text: string, index: number): boolean {
  const unit = firstAfterBlank(text, index);
  return unit >= 97 && unit <= 122;
}

function isHanOrUpper(text: string, index: number): boolean {
  const unit = firstAfterBlank(text, index);
  return Number.isNaN(unit) || isHan(unit) || (unit >= 65 && unit <= 90);
}
