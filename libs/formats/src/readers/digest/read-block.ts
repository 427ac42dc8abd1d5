import { sha256, type ArxivId, type ErrorCode, type PaperText, type Sha256 } from '@diglot/domain';
import type { Diagnostic } from '../../digest-file.ts';
import { hashPaperText } from '../../hash-paper-text.ts';
import { BlockReport } from './block-report.ts';
import { isBlank, TITLE } from './grammar.ts';
import { printLink, readLink, type ReadLink } from './read-link.ts';
import { readValues, type FileContext, type Value, type Values } from './read-values.ts';
import { joinAuthors, splitAuthors } from './split-authors.ts';
import type { RawBlock } from './split-blocks.ts';

/** How much of a wrong link a message quotes. */
const QUOTED = 80;

/** A paper of a block; its ordinal is the file's to know. */
export interface BlockPaper extends PaperText {
  readonly arxivId: ArxivId;
  readonly hash: Sha256;
}

/** What came of one block. */
export interface ReadBlock {
  readonly paper: BlockPaper | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one block; the blocks of a file must come in its order. */
export function readBlock(block: RawBlock, file: FileContext): ReadBlock {
  const report = new BlockReport();
  reportSurroundings(block, file.source.view, report);
  const values = readValues(block, file, report);
  const paper = block.fields.length === 0 ? null : assemble(values, block, file, report);
  return { paper, diagnostics: report.diagnostics() };
}

function reportSurroundings(block: RawBlock, view: string, report: BlockReport): void {
  const first = block.fields[0];
  if (!first || !isBlank(view, block.start, first.start)) {
    report.warning('DIGLOT_BLOCK_STRAY_TEXT', { line: block.line }, 'this text belongs to no block');
  }
  if (!first) return;
  if (!block.separated) {
    report.warning('DIGLOT_BLOCK_NO_SEPARATOR', { line: block.line }, 'no `---` line stands before this block');
  }
  if (!block.closed && block.end === view.length) {
    const message = 'no `---` line ends the last block: the file may be cut off';
    report.warning('DIGLOT_BLOCK_NO_SEPARATOR', { line: block.line }, message);
  }
}

function assemble(values: Values, block: RawBlock, file: FileContext, report: BlockReport): BlockPaper | null {
  const title = required(values, 'title', 'DIGLOT_BLOCK_NO_TITLE', block, report);
  const link = required(values, 'link', 'DIGLOT_BLOCK_NO_LINK', block, report);
  const abstract = required(values, 'abstract', 'DIGLOT_BLOCK_NO_ABSTRACT', block, report);
  const target = link === null ? null : readTarget(link, report);
  const authors = readAuthors(values.authors, block, report);
  if (title === null || target === null || abstract === null) return null;
  const { id, version } = target.reference;
  const paper: PaperText = {
    version,
    title: { en: title.text, zh: optional(values['title-zh']) },
    authors,
    link: target.link,
    abstract: { en: abstract.text, zh: optional(values['abstract-zh']) },
  };
  return { arxivId: id, ...paper, hash: hashOf(paper, values, block, file) };
}

function required(
  values: Values,
  field: 'title' | 'link' | 'abstract',
  code: ErrorCode,
  block: RawBlock,
  report: BlockReport,
): Value | null {
  const value = values[field];
  if (value && value.text !== '') return value;
  report.error(code, { line: value?.raw.line ?? block.line, field }, `the ${field} is ${value ? 'empty' : 'missing'}`);
  return null;
}

/** A label without a text is as good as none. */
function optional(value: Value | undefined): string | null {
  return value === undefined || value.text === '' ? null : value.text;
}

function readTarget({ text, raw }: Value, report: BlockReport): ReadLink | null {
  const place = { line: raw.line, field: raw.form.field };
  const link = readLink(text);
  if (link === null) {
    report.error('DIGLOT_BLOCK_BAD_LINK', place, `no arXiv identifier in ${JSON.stringify(text.slice(0, QUOTED))}`);
  } else if (link.hasMore) {
    report.warning('DIGLOT_BLOCK_STRAY_TEXT', place, 'the text behind the link belongs to no field');
  }
  return link;
}

function readAuthors(value: Value | undefined, block: RawBlock, report: BlockReport): string[] {
  const authors = value === undefined ? [] : splitAuthors(value.text);
  if (authors.length === 0) {
    const place = { line: value?.raw.line ?? block.line, field: 'authors' } as const;
    report.warning('DIGLOT_BLOCK_NO_AUTHORS', place, 'the block names no authors');
  }
  return authors;
}

/** Nearly every block is printed canonically, so its own bytes are what `hashPaperText` would print again. */
function hashOf(paper: PaperText, values: Values, block: RawBlock, { source }: FileContext): Sha256 {
  return isCanonical(paper, values, block)
    ? sha256(source.bytes.subarray(block.start, block.end))
    : hashPaperText(paper);
}

function isCanonical(paper: PaperText, values: Values, block: RawBlock): boolean {
  let rank = -1;
  for (const { form, start } of block.fields) {
    if (form.rank <= rank || !values[form.field]?.isCanonical) return false;
    if (rank === -1 && (form !== TITLE || start !== block.start)) return false;
    rank = form.rank;
  }
  return values.authors?.text === joinAuthors(paper.authors) && values.link?.text === printLink(paper.link);
}
