import fc from 'fast-check';
import { cutAtControls, DIRECTION_CONTROLS } from './direction-controls.ts';

describe('characters that turn the direction of a text', () => {
  it('are cut out of it, each with its name', () => {
    expect(cutAtControls('RTL \u202Elive\u202C mark')).toEqual([
      { text: 'RTL ', control: null },
      { text: '\u202E', control: 'RLO' },
      { text: 'live', control: null },
      { text: '\u202C', control: 'PDF' },
      { text: ' mark', control: null },
    ]);
  });

  it('are none in ordinary text, also in one that is read from right to left', () => {
    for (const text of ['Words, 中文 and 😀', 'עברית']) expect(cutAtControls(text)).toEqual([{ text, control: null }]);
    expect(cutAtControls('')).toEqual([]);
  });

  it('are all known, and nothing of a text is lost', () => {
    const unit = fc.constantFrom('a', '中', '😀', '\u200F', ...Object.keys(DIRECTION_CONTROLS));
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const pieces = cutAtControls(units.join(''));
        expect(pieces.map(({ text }) => text).join('')).toBe(units.join(''));
        for (const { text, control } of pieces) {
          expect(control === null).toBe(!/[\u202A-\u202E\u2066-\u2069]/u.test(text));
        }
      }),
    );
  });
});
