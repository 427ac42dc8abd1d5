import fc from 'fast-check';
import { cutSegments } from './segments.ts';

describe('cutSegments', () => {
  it('marks what several layers cover with all of their names', () => {
    const layers = [
      { name: 'match', spans: [[2, 6] as const] },
      { name: 'major', spans: [[4, 8] as const] },
    ];
    expect(cutSegments('abcdefghij', layers)).toEqual([
      { text: 'ab', names: [] },
      { text: 'cd', names: ['match'] },
      { text: 'ef', names: ['match', 'major'] },
      { text: 'gh', names: ['major'] },
      { text: 'ij', names: [] },
    ]);
  });

  it('loses and repeats nothing, whatever the spans', () => {
    const span = fc.tuple(fc.integer({ min: -5, max: 50 }), fc.integer({ min: -5, max: 50 }));
    const layer = fc.record({ name: fc.constantFrom('a', 'b'), spans: fc.array(span, { maxLength: 5 }) });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(layer, { maxLength: 4 }), (text, layers) => {
        expect(
          cutSegments(text, layers)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
