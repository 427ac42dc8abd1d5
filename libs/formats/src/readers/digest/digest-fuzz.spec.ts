import fc from 'fast-check';
import { DiglotError } from '@diglot/domain';
import type { Diagnostic, DigestFile, ParsedEntry } from '../../digest-file.ts';
import { readDigest } from '../../read-digest.ts';
import { AFTER, BEFORE, printBlock } from '../../spec-support/blocks.ts';
import { LABELS, SEPARATOR } from './grammar.ts';

/** One change to the lines of a file; numbers are taken modulo what there is. */
type Mutation =
  | { readonly kind: 'delete'; readonly line: number }
  | { readonly kind: 'duplicate'; readonly line: number }
  | { readonly kind: 'blank'; readonly line: number }
  | { readonly kind: 'swap'; readonly line: number; readonly other: number }
  | { readonly kind: 'cut'; readonly line: number; readonly column: number }
  | { readonly kind: 'insert'; readonly line: number; readonly text: string };

const FILE = [
  BEFORE,
  printBlock({ link: '[PDF](https://arxiv.org/pdf/2511.00003v2)', abstract: 'One.\n\n- two\n- three' }),
  printBlock({ link: '[PDF](https://arxiv.org/pdf/hep-th/9901001)', titleZh: undefined, abstractZh: undefined }),
  printBlock({ link: '[PDF](https://arxiv.org/pdf/2511.00004)', abstractZh: '甲\n\n---\n\n乙\u{fffd}' }),
  AFTER,
].join('');
const IDS = ['2511.00001', '2511.00003', 'hep-th/9901001', '2511.00004', '2511.00002'];

/** Which UTF-8 cannot hold. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

const lineOf = fc.nat(10_000);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('delete'), line: lineOf }),
  fc.record({ kind: fc.constant('duplicate'), line: lineOf }),
  fc.record({ kind: fc.constant('blank'), line: lineOf }),
  fc.record({ kind: fc.constant('swap'), line: lineOf, other: lineOf }),
  fc.record({ kind: fc.constant('cut'), line: lineOf, column: fc.nat(80) }),
  fc.record({
    kind: fc.constant('insert'),
    line: lineOf,
    text: fc.oneof(
      fc.constantFrom(...LABELS.map(({ mark }) => mark), SEPARATOR, '# ', '# A Title', '#', '| a | b |', '\r'),
      fc.constantFrom(...LABELS.map(({ mark }) => `${mark} ${'very '.repeat(5_000)}long`)),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
  }),
);

function mutate(lines: readonly string[], change: Mutation): string[] {
  const at = change.line % Math.max(1, lines.length);
  const line = lines[at] ?? '';
  if (change.kind === 'delete') return lines.toSpliced(at, 1);
  if (change.kind === 'duplicate') return lines.toSpliced(at, 0, line);
  if (change.kind === 'blank') return lines.with(at, '');
  if (change.kind === 'cut') return lines.with(at, line.slice(0, change.column));
  if (change.kind === 'insert') return lines.toSpliced(at, 0, change.text);
  const other = change.other % lines.length;
  return lines.with(at, lines[other] ?? '').with(other, line);
}

/** Invalid input is a result or a coded error, never anything else. */
function readOrRefuse(bytes: Uint8Array): DigestFile | null {
  try {
    return readDigest(bytes, { path: 'fuzz.md' });
  } catch (error) {
    if (error instanceof DiglotError && error.class === 'Invalid' && error.place.file === 'fuzz.md') return null;
    throw error;
  }
}

function expectInside(file: DigestFile, text: string): void {
  const lines = text.split('\n');
  const isOutside = ({ line, column }: Diagnostic) =>
    line < 1 || line > lines.length || column < 1 || column > (lines[line - 1]?.length ?? 0) + 1;
  expect(file.diagnostics.filter(isOutside)).toEqual([]);
  const beginsElsewhere = ({ line }: ParsedEntry) => !/^#\s/.test(`${lines[line - 1]} `);
  expect(file.entries.filter(beginsElsewhere)).toEqual([]);
}

describe('a damaged digest', () => {
  it('never crashes the reader, and every diagnostic points into the file', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 12 }), (changes) => {
        const text = changes.reduce(mutate, FILE.split('\n')).join('\n').replaceAll(LONE_SURROGATE, '?');
        const file = readOrRefuse(Buffer.from(text));
        if (file) expectInside(file, text);
      }),
      { numRuns: 2_000, seed: 20_251_104 },
    );
  });

  it('loses no other block than those it was damaged in, whichever line is lost', () => {
    const lines = FILE.split('\n');
    lines.forEach((_, index) => {
      const file = readDigest(Buffer.from(lines.toSpliced(index, 1).join('\n')), { path: 'fuzz.md' });
      const ids = file.entries.map(({ arxivId }) => arxivId);
      const missing = IDS.filter((id) => !ids.includes(id as (typeof ids)[number]));
      expect(missing.length).toBeLessThanOrEqual(1);
      expect(file.diagnostics.filter(({ severity }) => severity === 'error').length).toBeGreaterThanOrEqual(
        missing.length,
      );
    });
  });

  it('is read or refused with a code wherever its bytes are cut or changed', () => {
    const bytes = Buffer.from(FILE);
    const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255), length: fc.nat(bytes.length) });
    fc.assert(
      fc.property(change, ({ at, byte, length }) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = byte;
        readOrRefuse(damaged.subarray(0, length));
      }),
      { numRuns: 2_000, seed: 20_251_104 },
    );
  });
});
