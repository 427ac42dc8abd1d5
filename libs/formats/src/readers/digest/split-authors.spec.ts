import fc from 'fast-check';
import { joinAuthors, splitAuthors } from './split-authors.ts';

describe('splitAuthors', () => {
  it.each([
    ['', []],
    [' , ,', []],
    ['Ada Okafor', ['Ada Okafor']],
    ['Ada Okafor, Bo Li,Carla Díaz', ['Ada Okafor', 'Bo Li', 'Carla Díaz']],
    ['Ada Okafor (MIT, USA), Bo Li', ['Ada Okafor (MIT, USA)', 'Bo Li']],
    ['A (B (C, D), E), F', ['A (B (C, D), E)', 'F']],
    ['A (unclosed, B, C', ['A (unclosed', 'B', 'C']],
    ['A), B, C (D, E)', ['A)', 'B', 'C (D, E)']],
    ['Robert Fisher, Jr., Bo Li, III', ['Robert Fisher, Jr.', 'Bo Li, III']],
    ['Ada Okafor, Ph.D., Bo Li, MD', ['Ada Okafor, Ph.D.', 'Bo Li, MD']],
    ['Jr., Ada Okafor', ['Jr.', 'Ada Okafor']],
    ['Ada  Okafor,\n  Bo\tLi', ['Ada Okafor', 'Bo Li']],
    ['\u00a0Ada\u00a0Okafor, Bo Li', ['\u00a0Ada\u00a0Okafor', 'Bo Li']],
  ])('%j', (list, authors) => {
    expect(splitAuthors(list)).toEqual(authors);
  });

  it('gives what it gave before, once joined', () => {
    const list = fc
      .array(fc.constantFrom('A', 'b', ',', ', ', '(', ')', ' ', '\n', 'Jr.', 'II', '李', '\u00a0'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(list, (text) => {
        const authors = splitAuthors(text);
        expect(splitAuthors(joinAuthors(authors))).toEqual(authors);
      }),
      { numRuns: 2_000 },
    );
  });
});
