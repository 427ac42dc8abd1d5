import type { SourceText } from '../../source/source-text.ts';
import { findOddCharacters, storable, type OddCharacters } from '../../text/odd-characters.ts';
import { skipSpace, trimEnd } from '../../text/white-space.ts';
import type { DigestReport } from './digest-report.ts';
import type { Ordinals } from './ordinals.ts';
import { readLink } from './read-link.ts';
import type { RawBlock, RawField } from './split-blocks.ts';

/** The file a block stands in. */
export interface FileContext {
  readonly source: SourceText;
  /** Every line of the file ends with CR LF; its texts get line feeds, so that their hashes don't tell the checkout. */
  readonly crlf: boolean;
  readonly ordinals: Ordinals;
  readonly report: DigestReport;
}

/** The text of a field, and where it stands. */
export interface Value {
  readonly raw: RawField;
  readonly text: string;
}

/** The first value of each field of a block, empty ones too, by the rank of its form. */
export type Values = readonly (Value | undefined)[];

/** Reads the texts of a block. */
export function readValues(block: RawBlock, file: FileContext): Values {
  const values: (Value | undefined)[] = [undefined, undefined, undefined, undefined, undefined, undefined];
  for (const raw of block.fields) {
    const value = readValue(raw, file);
    const first = values[raw.form.rank];
    if (first) reportRepetition(value, first, file.report);
    else values[raw.form.rank] = value;
  }
  return values;
}

/** Reads the text of one field. */
export function readValue(raw: RawField, file: FileContext): Value {
  const { source } = file;
  const from = skipSpace(source.text, raw.from, raw.to);
  const text = source.text.slice(from, trimEnd(source.text, from, raw.to));
  return { raw, text: source.mayBeOdd ? readOdd(raw, text, from, file) : text };
}

/** The same for a text that may hold what must be reported or replaced. */
function readOdd(raw: RawField, text: string, from: number, file: FileContext): string {
  const odd = findOddCharacters(text, file.crlf);
  reportOdd(odd, raw, from, file);
  const lines = file.crlf ? text.replaceAll('\r\n', '\n') : text;
  return odd.length === 0 ? lines : storable(lines);
}

function reportOdd(
  odd: readonly OddCharacters[],
  raw: RawField,
  from: number,
  { source: { text }, report }: FileContext,
): void {
  for (const { code, offset, what } of odd) {
    const before = text.slice(raw.start, from + offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = raw.line + before.split('\n').length - 1;
    const place = { line, column: before.length - lineStart + 1, field: raw.form.field };
    report.warning(code, place, `${raw.form.mark} holds ${what}`);
  }
}

/** A repeated field may be all that is left of a lost paper. */
function reportRepetition({ raw, text }: Value, first: Value, report: DigestReport): void {
  const { mark, field } = raw.form;
  const place = { line: raw.line, field };
  const id = field === 'link' ? readLink(text)?.reference.id : undefined;
  if (id === undefined || id === readLink(first.text)?.reference.id) {
    const message = `${mark} stands here again; the one of line ${first.raw.line} counts`;
    report.warning('DIGLOT_BLOCK_DUPLICATE_FIELD', place, message);
  } else {
    const message = `${mark} stands here again and names ${id}: that paper has no block of its own`;
    report.error('DIGLOT_BLOCK_DUPLICATE_FIELD', place, message);
  }
}
