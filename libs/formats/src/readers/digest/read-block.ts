import { sha256, type ErrorCode, type PaperText } from '@diglot/domain';
import type { DigestField, ParsedEntry } from '../../digest-file.ts';
import { hashPaperText } from '../../hash-paper-text.ts';
import type { DigestReport } from './digest-report.ts';
import { AUTHORS, isBlank } from './grammar.ts';
import { readLink, type ReadLink } from './read-link.ts';
import { readValues, type FileContext, type Value, type Values } from './read-values.ts';
import { splitAuthors, type AuthorList } from './split-authors.ts';
import type { RawBlock } from './split-blocks.ts';

/** How much of a wrong link a message quotes. */
const QUOTED = 80;

/**
 * Reads one block; the blocks of a file must come in its order, for their papers get their ordinals here.
 * @returns null where the block gives no entry; the report of the file says why
 */
export function readBlock(block: RawBlock, file: FileContext): ParsedEntry | null {
  reportSurroundings(block, file);
  const values = readValues(block, file);
  return block.fields.length === 0 ? null : assemble(values, block, file);
}

function reportSurroundings(block: RawBlock, { source: { view }, report }: FileContext): void {
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

function assemble(values: Values, block: RawBlock, file: FileContext): ParsedEntry | null {
  const { report } = file;
  const [titleEn, titleZh, authorList, link, abstractEn, abstractZh] = values;
  const title = required(titleEn, 'title', block, report);
  const target = readTarget(required(link, 'link', block, report), report);
  const abstract = required(abstractEn, 'abstract', block, report);
  const list = readAuthors(authorList, block, report);
  if (title === null || target === null || abstract === null) return null;
  const { id, version } = target.reference;
  const paper: PaperText = {
    version,
    title: { en: title.text, zh: optional(titleZh) },
    authors: list.authors,
    link: target.link,
    abstract: { en: abstract.text, zh: optional(abstractZh) },
  };
  // Nearly every block is printed canonically, so its own bytes are what `hashPaperText` would print again.
  const isCanonical = list.isCanonical && target.isCanonical && isLayoutCanonical(block, values);
  return {
    arxivId: id,
    ordinal: file.ordinals.next(id),
    line: block.line,
    version,
    title: paper.title,
    authors: paper.authors,
    link: paper.link,
    abstract: paper.abstract,
    hash: isCanonical ? sha256(file.source.bytes.subarray(block.start, block.end)) : hashPaperText(paper),
  };
}

const MISSING = {
  title: 'DIGLOT_BLOCK_NO_TITLE',
  link: 'DIGLOT_BLOCK_NO_LINK',
  abstract: 'DIGLOT_BLOCK_NO_ABSTRACT',
} as const satisfies Partial<Record<DigestField, ErrorCode>>;

/** The value, unless it is missing or empty, which is reported. */
function required(
  value: Value | undefined,
  field: keyof typeof MISSING,
  block: RawBlock,
  report: DigestReport,
): Value | null {
  if (value && value.text !== '') return value;
  const place = { line: value?.raw.line ?? block.line, field };
  report.error(MISSING[field], place, `the ${field} is ${value ? 'empty' : 'missing'}`);
  return null;
}

/** A label without a text is as good as none. */
function optional(value: Value | undefined): string | null {
  return value === undefined || value.text === '' ? null : value.text;
}

function readTarget(value: Value | null, report: DigestReport): ReadLink | null {
  if (value === null) return null;
  const { text, raw } = value;
  const place = { line: raw.line, field: raw.form.field };
  const link = readLink(text);
  if (link === null) {
    report.error('DIGLOT_BLOCK_BAD_LINK', place, `no arXiv identifier in ${JSON.stringify(text.slice(0, QUOTED))}`);
  } else if (link.hasMore) {
    report.warning('DIGLOT_BLOCK_STRAY_TEXT', place, 'the text behind the link belongs to no field');
  }
  return link;
}

function readAuthors(value: Value | undefined, block: RawBlock, report: DigestReport): AuthorList {
  const list = splitAuthors(value?.text ?? '');
  if (list.authors.length === 0) {
    const place = { line: value?.raw.line ?? block.line, field: 'authors' } as const;
    report.warning('DIGLOT_BLOCK_NO_AUTHORS', place, 'the block names no authors');
  }
  return list;
}

/** Whether all fields but those without Chinese are there, in order, and spaced as the canonical form spaces them. */
function isLayoutCanonical(block: RawBlock, values: Values): boolean {
  if (values[AUTHORS.rank] === undefined) return false;
  let rank = -1;
  for (const { form } of block.fields) {
    if (form.rank <= rank || !values[form.rank]?.isCanonical) return false;
    rank = form.rank;
  }
  return true;
}
