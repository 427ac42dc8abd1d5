import fc from 'fast-check';

/** One change to the lines of a file; numbers are taken modulo what there is. */
export type Mutation =
  | { readonly kind: 'delete' | 'duplicate' | 'blank'; readonly line: number }
  | { readonly kind: 'swap'; readonly line: number; readonly other: number }
  | { readonly kind: 'cut'; readonly line: number; readonly column: number }
  | { readonly kind: 'insert'; readonly line: number; readonly text: string }
  | { readonly kind: 'splice'; readonly line: number; readonly column: number; readonly text: string };

const LABELS = ['**Title (ZH)**:', '**Authors**:', '**Link**:', '**Abstract**:', '**Abstract (ZH)**:'];
const STRUCTURE = [
  '---',
  '--- \t',
  '----',
  '# ',
  '# A Title',
  '#',
  '## X',
  '|---|---|---|',
  '### [3] [A](https://arxiv.org/abs/2511.00010)',
  '*A,B*',
  'Abstract: x',
  '</details>',
  '| a | b | 3 |',
  '\r',
  '\ufeff',
];

const label = fc.constantFrom(...LABELS);

/** Any character of any plane, unassigned ones and noncharacters too; halves of pairs become U+FFFD in UTF-8. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

/** So long that whatever is read twice for each character shows. */
const hugeField = fc
  .record({ label, unit: fc.constantFrom('very ', '中', '(', '[', '](', ',', '\u{fffd}', '🐝'), times: fc.nat(3_000) })
  .map(({ label: mark, unit, times }) => `${mark} ${unit.repeat(times)}`);

const deepNesting = fc
  .record({ open: fc.constantFrom('(', '[', '{', '{"a": ', "{'arxiv_id': [", '<', '**'), times: fc.nat(2_000) })
  .map(({ open, times }) => open.repeat(times));

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LABELS, ...STRUCTURE) },
  { weight: 2, arbitrary: label.map((mark) => `${mark} [PDF](https://arxiv.org/pdf/2511.00009)`) },
  { weight: 2, arbitrary: fc.array(anyCharacter, { maxLength: 8 }).map((characters) => characters.join('')) },
  { weight: 1, arbitrary: hugeField },
  { weight: 1, arbitrary: deepNesting },
);

const line = fc.nat(10_000);

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete', 'duplicate', 'blank'), line }),
  fc.record({ kind: fc.constant('swap'), line, other: line }),
  fc.record({ kind: fc.constant('cut'), line, column: fc.nat(80) }),
  fc.record({ kind: fc.constant('insert'), line, text }),
  fc.record({ kind: fc.constant('splice'), line, column: fc.nat(80), text }),
);

/** The lines with one change. */
export function mutate(lines: readonly string[], change: Mutation): string[] {
  const at = change.line % Math.max(1, lines.length);
  const current = lines[at] ?? '';
  switch (change.kind) {
    case 'delete':
      return lines.toSpliced(at, 1);
    case 'duplicate':
      return lines.toSpliced(at, 0, current);
    case 'blank':
      return lines.toSpliced(at, 1, '');
    case 'swap': {
      const other = change.other % Math.max(1, lines.length);
      return lines.toSpliced(at, 1, lines[other] ?? '').toSpliced(other, 1, current);
    }
    case 'cut':
      return lines.toSpliced(at, 1, current.slice(0, change.column));
    case 'insert':
      return lines.toSpliced(at, 0, change.text);
    case 'splice':
      return lines.toSpliced(at, 1, current.slice(0, change.column) + change.text + current.slice(change.column));
  }
}

/** One change to the bytes of a file. */
export interface Damage {
  readonly at: number;
  readonly byte: number;
  readonly length: number;
}

/** Nearly all files are left as they are. */
export const damage: fc.Arbitrary<Damage | null> = fc.option(
  fc.record({ at: fc.nat(10_000), byte: fc.nat(255), length: fc.nat(10_000) }),
  { freq: 1, nil: null },
);

export function inflict(bytes: Buffer, { at, byte, length }: Damage): Buffer {
  const damaged = Buffer.from(bytes);
  if (damaged.length > 0) damaged[at % damaged.length] = byte;
  return damaged.subarray(0, length % (damaged.length + 1));
}
