import { isDigit, isHan, isHangul, isKana, isLatin } from './scripts.ts';

/** What a text is made of, counted in one pass. */
export interface TextMeasure {
  /** Ideographs. */
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  /** Runs of Latin letters and digits; an apostrophe or hyphen inside a word joins it. */
  readonly latinWords: number;
  /** Latin words of at least two letters. */
  readonly words: number;
  /** Sentence ends: 。！？；and full stops that end a word. */
  readonly stops: number;
}

const SENTENCE_ENDS = new Set(['。', '！', '？', '!', '?', '；', '．']);

export function measure(text: string): TextMeasure {
  const counts = { han: 0, kana: 0, hangul: 0, latinWords: 0, words: 0, stops: 0 };
  let letters = 0;
  let inWord = false;
  const closeWord = (): void => {
    if (!inWord) return;
    counts.latinWords += 1;
    if (letters >= 2) counts.words += 1;
    inWord = false;
    letters = 0;
  };
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isLatin(unit) || isDigit(unit)) {
      inWord = true;
      if (!isDigit(unit)) letters += 1;
      continue;
    }
    if (inWord && (unit === 0x27 || unit === 0x2019 || unit === 0x2d)) continue;
    closeWord();
    if (isHan(unit)) counts.han += 1;
    else if (isKana(unit)) counts.kana += 1;
    else if (isHangul(unit)) counts.hangul += 1;
    else if (SENTENCE_ENDS.has(text.charAt(index))) counts.stops += 1;
  }
  closeWord();
  return counts;
}
