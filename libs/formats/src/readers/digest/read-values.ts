import type { DigestField } from '../../digest-file.ts';
import type { SourceText } from '../../source/source-text.ts';
import { findOddCharacters, storable, type OddCharacters } from '../../text/odd-characters.ts';
import type { BlockReport } from './block-report.ts';
import { skipSpace, trimEnd } from './grammar.ts';
import { readLink } from './read-link.ts';
import type { RawBlock, RawField } from './split-blocks.ts';

/** The file a block stands in. */
export interface FileContext {
  readonly source: SourceText;
  /** Every line of the file ends with CR LF; its texts get line feeds, so that their hashes don't tell the checkout. */
  readonly crlf: boolean;
}

/** The text of a field, and where it stands. */
export interface Value {
  readonly raw: RawField;
  readonly text: string;
  /** Whether the file prints it just as the canonical form would. */
  readonly isCanonical: boolean;
}

/** The first value of each field of a block, empty ones too. */
export type Values = { readonly [field in DigestField]?: Value };

/** Reads the texts of a block; blocks of one file must come in its order. */
export function readValues(block: RawBlock, file: FileContext, report: BlockReport): Values {
  const values: { [field in DigestField]?: Value } = {};
  for (const raw of block.fields) {
    const value = readValue(raw, file, report);
    const first = values[raw.form.field];
    if (first) reportRepetition(value, first, report);
    else values[raw.form.field] = value;
  }
  return values;
}

function readValue(raw: RawField, { source, crlf }: FileContext, report: BlockReport): Value {
  const { view } = source;
  const from = skipSpace(view, raw.from, raw.to);
  const to = trimEnd(view, from, raw.to);
  const { text: printed, isPlain } = source.stretch(from, to);
  const odd = isPlain ? [] : findOddCharacters(printed, crlf);
  reportOdd(odd, printed, raw, from, view, report);
  const text = crlf ? printed.replaceAll('\r\n', '\n') : printed;
  if (odd.length > 0 || crlf) return { raw, text: storable(text), isCanonical: false };
  return { raw, text, isCanonical: isPrintedCanonically(raw, from, to, view) };
}

function isPrintedCanonically({ form, from, to }: RawField, textFrom: number, textTo: number, view: string): boolean {
  const { ending } = form;
  const isTight = textFrom === from + 1 && textFrom < textTo && textTo + ending.length === to;
  return isTight && view.startsWith(' ', from) && view.startsWith(ending, textTo);
}

function reportOdd(
  odd: readonly OddCharacters[],
  printed: string,
  raw: RawField,
  from: number,
  view: string,
  report: BlockReport,
): void {
  for (const { code, offset, what } of odd) {
    // Between the mark and the text there is nothing but ASCII, so bytes are characters there.
    const before = view.slice(raw.start, from) + printed.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = raw.line + before.split('\n').length - 1;
    const place = { line, column: before.length - lineStart + 1, field: raw.form.field };
    report.warning(code, place, `${raw.form.mark} holds ${what}`);
  }
}

/** A repeated field may be all that is left of a lost paper. */
function reportRepetition({ raw, text }: Value, first: Value, report: BlockReport): void {
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
