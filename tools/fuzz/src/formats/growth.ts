import fc from 'fast-check';
import { readDigest } from '@diglot/formats';

/** Pieces that make careless readers look at what is behind, or before, again and again. */
const PIECES = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '---',
  '\n---\n',
  '\n# x',
  '#',
  '\n**Link**: x',
  '\n**Abstract**: ',
  '**',
  '(',
  ')',
  '[',
  '](',
  ',',
  ', ',
  '中',
  '\u{fffd}',
  '\0',
  '\n**Link**: [PDF](https://arxiv.org/pdf/2511.00002)',
  '| a | b | 3 |\n',
  "{'arxiv_id': ",
  "'",
  '\\',
];
const BEGINNINGS = [
  '',
  '# x\n**Authors**: ',
  '# x\n**Authors**: A\n**Link**: ',
  '# x\n**Authors**: A\n**Link**: 2511.00001\n**Abstract**: ',
  '| Date | Link | Number of Papers |\n|---|---|---|\n',
  "{'arxiv_id': '2511.00001', 'title': '",
];

/** Text of a shape that can be made as long as one likes. */
export interface Shape {
  readonly beginning: string;
  readonly unit: string;
}

export const shape: fc.Arbitrary<Shape> = fc.record({
  beginning: fc.constantFrom(...BEGINNINGS),
  unit: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
});

const LENGTH = 200_000;
/** The shortest of so many times: whatever else the machine does makes times longer, never shorter. */
const TRIES = 3;
/** A time this short says nothing; milliseconds. */
const SHORTEST = 1;

/** How much longer twice the length takes: 2 where the time is linear, 4 where it is quadratic. */
export function growthOf({ beginning, unit }: Shape): number {
  const print = (length: number) => Buffer.from(beginning + unit.repeat(Math.ceil(length / unit.length)));
  const [once, twice] = [print(LENGTH), print(2 * LENGTH)].map(shortestTime);
  return (twice ?? 0) / Math.max(SHORTEST, once ?? 0);
}

function shortestTime(bytes: Buffer): number {
  const times = Array.from({ length: TRIES }, () => {
    const begun = performance.now();
    try {
      readDigest(bytes, { path: 'growth.md' });
    } catch {
      // To refuse it must be quick as well.
    }
    return performance.now() - begun;
  });
  return Math.min(...times);
}
