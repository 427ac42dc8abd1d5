import fc from 'fast-check';
import type { Genre } from '@diglot/domain';
import type { Pair } from '@diglot/verification';

/** Pieces of our own that rules look at, and what makes careless rules look again and again. */
const PIECES = [
  'Robots fold towels with 92% success. ',
  '机器人以92%的成功率折叠毛巾。',
  'We train a model with 7B parameters, see https://a.b/c. ',
  '我们训练了一个70亿参数的模型，见https://a.b/c。',
  '以下是翻译：',
  'user\n',
  '20世纪90年代',
  '1.5×10^3',
  '$x_{50}$',
  '\\frac{1}',
  'FoldNet (FN) ',
  'this https URL ',
  '，',
  '。',
  '的的',
  '(',
  '（',
  '"',
  '-',
  '7',
  'A',
  'a ',
  'é',
  ' ',
  '\n\n',
  '<b>',
  '[此处填写链接]',
  '折叠毛巾的',
  '\ud800',
  '\u{1f600}',
  '\u202e',
  'ロボット',
  '로봇',
  'ש',
  '\0',
];
const GENRES: readonly Genre[] = ['title', 'abstract'];

const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));

/** Two texts that may or may not have anything to do with each other. */
export const pair: fc.Arbitrary<Pair> = fc.record({
  source: text,
  target: text,
  genre: fc.constantFrom(...GENRES),
});

/** A text that can be made as long as one likes, as source, as target, or as both. */
export interface Shape {
  readonly unit: string;
  readonly side: 'source' | 'target' | 'both';
}

export const shape: fc.Arbitrary<Shape> = fc.record({
  unit: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  side: fc.constantFrom('source', 'target', 'both'),
});

const SHORT = 'Robots fold towels with 92% success.';

/** The pair of a shape at a length, in UTF-16 code units. */
export function pairOf({ unit, side }: Shape, length: number): Pair {
  const long = unit.repeat(Math.ceil(length / unit.length));
  return {
    source: side === 'target' ? SHORT : long,
    target: side === 'source' ? '机器人以92%的成功率折叠毛巾。' : long,
    genre: 'abstract',
  };
}
