import { isSame } from './language.check.ts';
import type { Check, Finding } from './check.ts';

/** The translation of one field printed again in the place of another one. Needs {@link Pair.otherTargets}. */
export const duplicateFieldCheck: Check = {
  name: 'duplicate-field',
  version: '1',
  run({ target, otherTargets }): readonly Finding[] {
    if (target.trim() === '' || !otherTargets.some((other) => isSame(other, target))) return [];
    return [
      {
        code: 'duplicate-field',
        severity: 'critical',
        probability: 0.97,
        target: [[0, target.length]],
        message: {
          en: 'This is the translation of another field of the same paper.',
          zh: '此处重复了同一论文另一字段的译文。',
        },
      },
    ];
  },
};
