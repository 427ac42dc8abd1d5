import fc from 'fast-check';
import { findMath, growToMath } from './math.ts';

const texOf = (text: string): string[] => findMath(text).map(({ tex }) => tex);

describe('formulas in a text', () => {
  it.each([
    ['We show $O(n \\log n)$ and $x$.', ['O(n \\log n)', 'x']],
    ['在 $\\alpha=0.5$ 时，$$\\sum_i x_i$$ 收敛', ['\\alpha=0.5', '\\sum_i x_i']],
    ['\\(a\\) and \\[b\\]', ['a', 'b']],
    ['It costs $5 and then $10 more', []],
    ['from $5 to $6', []],
    ['a \\$5 note and $y$', ['y']],
    ['$ not math $', []],
    ['an open $x', []],
    ['$$ $$', []],
    ['$x \u202E y$', []],
  ])('%s', (text, expected) => {
    expect(texOf(text)).toEqual(expected);
  });

  it('know whether they stand in a line of their own', () => {
    expect(findMath('$a$ $$b$$ \\[c\\]').map(({ isDisplay }) => isDisplay)).toEqual([false, true, true]);
  });

  it('lie where they say, one after the other, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '\\', '(', ')', '[', ']', 'x', ' ', '5', '中') }), (text) => {
        let end = 0;
        for (const { from, to, tex } of findMath(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(from, to)).toContain(tex);
          end = to;
        }
      }),
    );
  });

  it('are marked as a whole', () => {
    const text = 'ab $xyz$ cd';
    expect(
      growToMath(
        [
          [4, 5],
          [0, 1],
          [7, 10],
        ],
        findMath(text),
      ),
    ).toEqual([
      [3, 8],
      [0, 1],
      [3, 10],
    ]);
  });
});
