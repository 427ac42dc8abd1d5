import type { ErrorCode } from '@diglot/domain';
import { LONGEST_BLOCK, type DigestField, type ParsedEntry } from '../../digest-file.ts';
import { isBlank } from '../../text/white-space.ts';
import type { DigestReport } from './digest-report.ts';
import { readLink, type ReadLink } from './read-link.ts';
import { readValues, type FileContext, type Value, type Values } from './read-values.ts';
import { splitAuthors } from './split-authors.ts';
import type { RawBlock } from './split-blocks.ts';

/** How much of a wrong link a message quotes. */
const QUOTED = 80;

/**
 * Reads one block; the blocks of a file must come in its order, for their papers get their ordinals here.
 * @returns null where the block gives no entry; the report of the file says why
 */
export function readBlock(block: RawBlock, file: FileContext): ParsedEntry | null {
  reportSurroundings(block, file);
  if (block.fields.length === 0) return null;
  if (block.end - block.start <= LONGEST_BLOCK) return assemble(readValues(block, file), block, file);
  const message = `the block has more than ${LONGEST_BLOCK.toLocaleString('en')} characters`;
  file.report.error('DIGLOT_BLOCK_TOO_LARGE', { line: block.line }, message);
  return null;
}

function reportSurroundings(block: RawBlock, { source: { text }, report }: FileContext): void {
  const first = block.fields[0];
  if (!first || !isBlank(text, block.start, first.start)) {
    report.warning('DIGLOT_BLOCK_STRAY_TEXT', { line: block.line }, 'this text belongs to no block');
  }
  if (!first) return;
  if (!block.separated) {
    report.warning('DIGLOT_BLOCK_NO_SEPARATOR', { line: block.line }, 'no `---` line stands before this block');
  }
  if (!block.closed && block.end === text.length) {
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
  const authors = readAuthors(authorList, block, report);
  if (title === null || target === null || abstract === null) return null;
  const { id, version } = target.reference;
  return {
    arxivId: id,
    ordinal: file.ordinals.next(id),
    line: block.line,
    version,
    title: { en: title.text, zh: optional(titleZh) },
    authors,
    link: target.link,
    abstract: { en: abstract.text, zh: optional(abstractZh) },
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

function readAuthors(value: Value | undefined, block: RawBlock, report: DigestReport): readonly string[] {
  const authors = splitAuthors(value?.text ?? '');
  if (authors.length === 0) {
    const place = { line: value?.raw.line ?? block.line, field: 'authors' } as const;
    report.warning('DIGLOT_BLOCK_NO_AUTHORS', place, 'the block names no authors');
  }
  return authors;
}
