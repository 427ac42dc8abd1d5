import type { Check, Finding } from './check.ts';

/** Below this share of ideographs among the words a text is not written in Chinese (corpus: 1.4 % of abstracts). */
const MIN_HAN_SHARE = 0.2;
/** Japanese prose is about half kana, Chinese has none; a name or a gloss stays far below. */
const MAX_KANA_SHARE = 0.2;
/** A title of at most so many words may be nothing but names ("HuNavSim 2.0"). */
const MAX_NAME_WORDS = 3;

/** Is it Chinese at all? Script counting beats language identification on mixed text. */
export const languageCheck: Check = {
  name: 'language',
  version: '1',
  run({ source, target, genre, sourceMeasure, targetMeasure }): readonly Finding[] {
    if (isSame(source, target)) return [];
    const { han, kana, hangul, latinWords } = targetMeasure;
    // An ideograph carries about two thirds of an English word.
    const total = han / 1.6 + kana / 2 + hangul / 2 + latinWords;
    if (total === 0) return [];
    const foreign = (kana / 2 + hangul / 2) / total;
    if (foreign > MAX_KANA_SHARE) return [notChinese(foreign, 'kana or hangul')];
    const share = han / 1.6 / total;
    const names = genre === 'title' && sourceMeasure.words <= MAX_NAME_WORDS && latinWords <= MAX_NAME_WORDS + 2;
    if (share >= MIN_HAN_SHARE || names) return [];
    return genre === 'title' && han > 0 ? [] : [notChinese(1 - share, 'Latin')];
  },
};

/** The same text but for space and case. */
export function isSame(source: string, target: string): boolean {
  return fold(source) === fold(target);
}

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase();

function notChinese(share: number, script: string): Finding {
  const percent = Math.round(share * 100);
  return {
    code: 'wrong-language',
    severity: 'critical',
    probability: 0.99,
    message: {
      en: `The translation is not Chinese: ${percent} % of it is ${script}.`,
      zh: `译文不是中文：${percent} % 为其他文字（${script}）。`,
    },
    evidence: { share: Number(share.toFixed(3)), script },
  };
}
