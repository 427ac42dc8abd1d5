import fc from 'fast-check';
import { readDigest } from '@diglot/formats';
import type { Growing } from '../growth.ts';

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
/** A time this short says nothing; milliseconds. */
const SHORTEST = 1;

/** Reading a file of that shape. */
export function reading(each: Shape): Growing {
  return { workOf: (length) => readerOf(print(each, length)), length: LENGTH, shortest: SHORTEST };
}

/** @param length in UTF-16 units, at least */
export function print({ beginning, unit }: Shape, length: number): Buffer {
  return Buffer.from(beginning + unit.repeat(Math.ceil(length / unit.length)));
}

function readerOf(bytes: Buffer): () => void {
  return () => {
    try {
      readDigest(bytes, { path: 'growth.md' });
    } catch {
      // To refuse it must be quick as well.
    }
  };
}
