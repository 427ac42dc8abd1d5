import { isSame } from './language.check.ts';
import type { Check, Finding } from './check.ts';

/** A title of at most so many words may be nothing but a name, which stays as it is. */
const MAX_NAME_WORDS = 2;

/** Source: LanguageTool SameTranslationRule, Okapi "target same as source". */
export const identityCheck: Check = {
  name: 'identity',
  version: '1',
  run({ source, target, genre, sourceMeasure }): readonly Finding[] {
    if (sourceMeasure.words === 0 || !isSame(source, target)) return [];
    const name = genre === 'title' && sourceMeasure.words <= MAX_NAME_WORDS;
    return [
      {
        code: 'identical-to-source',
        severity: name ? 'neutral' : 'critical',
        probability: name ? 0.2 : 0.99,
        source: [[0, source.length]],
        target: [[0, target.length]],
        message: { en: 'The translation is the source text.', zh: '译文与原文相同，未翻译。' },
      },
    ];
  },
};
