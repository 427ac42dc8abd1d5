import fc from 'fast-check';
import { breakable } from './breakable.ts';

describe('places where a line may be broken', () => {
  it('are none in ordinary text', () => {
    const text = `A sentence about https://example.org/a/path and 一句没有空格的中文${'很'.repeat(200)}。`;
    expect(breakable(text)).toEqual([text]);
    expect(breakable('')).toEqual(['']);
  });

  it('are many in an endless word, and none within a character', () => {
    const pieces = breakable(`a ${'😀'.repeat(100)} b`);
    expect(pieces).toEqual([`a ${'😀'.repeat(40)}`, '😀'.repeat(40), '😀'.repeat(20), ' b']);
  });

  it('change nothing in a text', () => {
    const unit = fc.constantFrom('W', ' ', '很', '😀', '\u0301', '\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, fc.nat(120))), (runs) => {
        const text = runs.map(([character, count]) => character.repeat(count)).join('');
        expect(breakable(text).join('')).toBe(text);
      }),
    );
  });
});
