import type { Check, Finding } from './check.ts';

/**
 * Characters of Chinese per English word: the median of whole abstracts in 55,793 digest rows is 1.78 when a Latin word
 * left in the Chinese counts as 1.6 characters.
 */
const CHARACTERS_PER_WORD = 1.78;
const CHARACTERS_PER_LATIN_WORD = 1.6;

interface Bounds {
  /** Below: so much is missing that it must be translated again. */
  readonly broken: number;
  /** Below or above: suspicious. */
  readonly low: number;
  readonly high: number;
}

/**
 * Natural logarithms of actual to expected length. Two humps with a valley between -1.3 and -0.35 part whole abstracts
 * from titles; -0.35 is reached by 0.3 % of untouched ones. Titles vary more.
 */
const BOUNDS: Record<'title' | 'abstract', Bounds> = {
  abstract: { broken: -0.35, low: -0.28, high: 0.33 },
  title: { broken: -1.4, low: -1.1, high: 0.9 },
};

/** Shorter sources say too little for a ratio; the bounds widen by this over the root of the words. */
const SHORT_SOURCE_SLACK = 1.2;
const LONG_ENOUGH = 60;

/** Source: pofilter `short`/`long`, OpusFilter LengthRatio with words against characters; constants measured. */
export const lengthCheck: Check = {
  name: 'length',
  version: '1',
  run({ genre, sourceMeasure, targetMeasure }): readonly Finding[] {
    const words = sourceMeasure.latinWords;
    const length = targetMeasure.han + CHARACTERS_PER_LATIN_WORD * targetMeasure.latinWords;
    if (words < 3 || length === 0) return [];
    const ratio = Math.log(length / (CHARACTERS_PER_WORD * words));
    const slack = words < LONG_ENOUGH ? SHORT_SOURCE_SLACK * (1 / Math.sqrt(words) - 1 / Math.sqrt(LONG_ENOUGH)) : 0;
    const { broken, low, high } = BOUNDS[genre];
    const evidence = { ratio: Number(ratio.toFixed(3)), words, characters: Math.round(length) };
    if (ratio < broken - slack) {
      const isTitle = genre === 'abstract' && targetMeasure.stops <= 1;
      return [isTitle ? titleOnly(evidence) : tooShort(evidence, 'critical', 0.97)];
    }
    if (ratio < low - slack) return [tooShort(evidence, 'major', 0.6)];
    return ratio > high + slack ? [tooLong(evidence)] : [];
  },
};

type Evidence = Readonly<{ ratio: number; words: number; characters: number }>;

function titleOnly(evidence: Evidence): Finding {
  return {
    code: 'title-as-abstract',
    severity: 'critical',
    probability: 0.99,
    message: {
      en: `A title-like line of ${evidence.characters} characters stands for an abstract of ${evidence.words} words.`,
      zh: `原文摘要有 ${evidence.words} 个词，译文却只有一行 ${evidence.characters} 字的标题式文字。`,
    },
    evidence,
  };
}

function tooShort(evidence: Evidence, severity: 'critical' | 'major', probability: number): Finding {
  return {
    code: 'length',
    severity,
    probability,
    message: {
      en: `Too short: ${evidence.characters} characters for ${evidence.words} words.`,
      zh: `译文过短：${evidence.words} 个词只译出 ${evidence.characters} 个字。`,
    },
    evidence,
  };
}

function tooLong(evidence: Evidence): Finding {
  return {
    code: 'length',
    severity: 'major',
    probability: 0.7,
    message: {
      en: `Too long: ${evidence.characters} characters for ${evidence.words} words.`,
      zh: `译文过长：${evidence.words} 个词译成了 ${evidence.characters} 个字。`,
    },
    evidence,
  };
}
