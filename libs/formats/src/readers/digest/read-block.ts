import type { ArxivId, ErrorCode, PaperText } from '@diglot/domain';
import type { Diagnostic, DigestField } from '../../digest-file.ts';
import { storable, type OddCharacterScanner } from '../../text/odd-characters.ts';
import { isBlank, LABELS, skipSpace, trimEnd } from './grammar.ts';
import { readLink } from './read-link.ts';
import { splitAuthors } from './split-authors.ts';
import type { RawBlock, RawField } from './split-blocks.ts';

/** The file a block stands in. */
export interface BlockContext {
  readonly text: string;
  /** Every line of the file ends with CR LF; its texts get line feeds, so that their hashes don't tell the checkout. */
  readonly crlf: boolean;
  readonly odd: OddCharacterScanner;
}

/** What came of one block: a paper, unless an error is among the diagnostics. */
export interface ReadBlock {
  readonly paper: (PaperText & { readonly arxivId: ArxivId }) | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface Value {
  readonly text: string;
  readonly raw: RawField;
}

type Report = (
  severity: Diagnostic['severity'],
  code: ErrorCode,
  at: { line: number; column?: number; field?: DigestField },
  message: string,
) => void;

/** Reads one block; ranges of blocks must come in ascending order. */
export function readBlock(block: RawBlock, context: BlockContext): ReadBlock {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (severity, code, { line, column = 1, field }, message) => {
    diagnostics.push({ severity, code, line, column, ...(field === undefined ? {} : { field }), message });
  };
  reportSurroundings(block, context.text, report);
  if (block.fields.length === 0) return { paper: null, diagnostics };
  const values = readValues(block, context, report);
  const paper = assemble(values, block, report);
  return { paper, diagnostics };
}

function reportSurroundings(block: RawBlock, text: string, report: Report): void {
  const firstField = block.fields[0];
  if (!firstField || !isBlank(text, block.start, firstField.start)) {
    report('warning', 'DIGLOT_BLOCK_STRAY_TEXT', block, 'this text belongs to no block');
  }
  if (!firstField) return;
  if (!block.separated) {
    report('warning', 'DIGLOT_BLOCK_NO_SEPARATOR', block, 'no `---` line stands before this block');
  }
  if (!block.closed && block.end === text.length) {
    report('warning', 'DIGLOT_BLOCK_NO_SEPARATOR', block, 'no `---` line ends the last block: the file may be cut off');
  }
}

/** The first value of each field; empty ones too. */
function readValues(block: RawBlock, context: BlockContext, report: Report): Map<DigestField, Value> {
  const values = new Map<DigestField, Value>();
  for (const raw of block.fields) {
    const text = readText(raw, context, report);
    const first = values.get(raw.field);
    if (first) reportRepetition(raw, first, text, report);
    else values.set(raw.field, { text, raw });
  }
  return values;
}

function readText(raw: RawField, { text, crlf, odd }: BlockContext, report: Report): string {
  const from = skipSpace(text, raw.from, raw.to);
  const to = trimEnd(text, from, raw.to);
  const printed = text.slice(from, to);
  const value = crlf ? printed.replaceAll('\r\n', '\n') : printed;
  const found = odd.within(from, to);
  for (const { code, offset, what } of found) {
    const place = { ...positionFrom(text, raw, offset), field: raw.field };
    report('warning', code, place, `${nameOf(raw.field)} holds ${what}`);
  }
  return found.length === 0 ? value : storable(value);
}

/** A repeated field may be all that is left of a lost paper. */
function reportRepetition(raw: RawField, first: Value, text: string, report: Report): void {
  const [before, after] = raw.field === 'link' ? [readLink(first.text), readLink(text)] : [];
  const lost = after?.reference && after.reference.id !== before?.reference?.id ? after.reference.id : null;
  report(
    lost === null ? 'warning' : 'error',
    'DIGLOT_BLOCK_DUPLICATE_FIELD',
    raw,
    lost === null
      ? `${nameOf(raw.field)} stands here again; the one of line ${first.raw.line} counts`
      : `a second link, to ${lost}: that paper has no block of its own`,
  );
}

function assemble(values: Map<DigestField, Value>, block: RawBlock, report: Report): ReadBlock['paper'] {
  const title = required('title', 'DIGLOT_BLOCK_NO_TITLE', values, block, report);
  const link = required('link', 'DIGLOT_BLOCK_NO_LINK', values, block, report);
  const abstract = required('abstract', 'DIGLOT_BLOCK_NO_ABSTRACT', values, block, report);
  const authors = splitAuthors(values.get('authors')?.text ?? '');
  if (authors.length === 0) {
    const at = { line: values.get('authors')?.raw.line ?? block.line, field: 'authors' } as const;
    report('warning', 'DIGLOT_BLOCK_NO_AUTHORS', at, 'the block names no authors');
  }
  const target = link === null ? null : readTarget(link, report);
  if (title === null || abstract === null || target === null) return null;
  return {
    arxivId: target.id,
    version: target.version,
    title: { en: title.text, zh: optional(values.get('title-zh')) },
    authors,
    link: target.link,
    abstract: { en: abstract.text, zh: optional(values.get('abstract-zh')) },
  };
}

function required(
  field: DigestField,
  code: ErrorCode,
  values: Map<DigestField, Value>,
  block: RawBlock,
  report: Report,
): Value | null {
  const value = values.get(field);
  if (value && value.text !== '') return value;
  const what = value ? 'is empty' : 'is missing';
  report('error', code, { line: value?.raw.line ?? block.line, field }, `${nameOf(field)} ${what}`);
  return null;
}

function readTarget(
  { text, raw }: Value,
  report: Report,
): { id: ArxivId; version: number | null; link: string } | null {
  const { reference, link, hasMore } = readLink(text);
  if (reference === null) {
    report('error', 'DIGLOT_BLOCK_BAD_LINK', raw, `no arXiv identifier in ${JSON.stringify(text.slice(0, 80))}`);
    return null;
  }
  if (hasMore) report('warning', 'DIGLOT_BLOCK_STRAY_TEXT', raw, 'text follows the link; it belongs to no field');
  return { ...reference, link };
}

/** A label without a text is as good as none. */
function optional(value: Value | undefined): string | null {
  return value === undefined || value.text === '' ? null : value.text;
}

function nameOf(field: DigestField): string {
  return LABELS.find((label) => label.field === field)?.mark ?? 'the title';
}

/** Line and column of an offset at or behind the start of a field. */
function positionFrom(text: string, { start, line }: RawField, offset: number): { line: number; column: number } {
  let lines = 0;
  let lineStart = start;
  for (let at = text.indexOf('\n', start); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    lineStart = at + 1;
  }
  return { line: line + lines, column: offset - lineStart + 1 };
}
