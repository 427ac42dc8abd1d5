import type { Check, Finding } from './check.ts';

/** Source: pofilter `blank` and Okapi "empty target"; a text of nothing but punctuation is as empty as none. */
export const presenceCheck: Check = {
  name: 'presence',
  version: '1',
  run({ source, target, sourceMeasure, targetMeasure }): readonly Finding[] {
    const written = targetMeasure.han + targetMeasure.kana + targetMeasure.hangul + targetMeasure.latinWords;
    if (written > 0 || sourceMeasure.latinWords + sourceMeasure.han === 0) {
      // Nothing to translate (only symbols): present as soon as anything is.
      if (written > 0 || target.trim() !== '' || source.trim() === '') return [];
    }
    return [
      {
        code: 'empty',
        severity: 'critical',
        probability: 1,
        message: { en: 'There is no translation.', zh: '没有译文。' },
        evidence: { characters: target.length },
      },
    ];
  },
};
