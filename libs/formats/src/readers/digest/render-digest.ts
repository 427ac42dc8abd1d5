import { DiglotError, parseArxivReference, type ErrorCode, type PaperText } from '@diglot/domain';
import { storable } from '../../text/odd-characters.ts';
import { isBlank, skipSpace, trimEnd } from '../../text/white-space.ts';
import {
  isHeadingAt,
  isSeparatorLine,
  isTitleAt,
  LABELS,
  labelAt,
  SEPARATOR,
  skipByteOrderMarks,
  TITLE,
} from './grammar.ts';
import { ENDS_LINK, LONGEST_LINK, pdfAddress, printLink, WEB_ADDRESS } from './read-link.ts';
import { joinAuthors, withEvenSpace } from './split-authors.ts';

/**
 * Prints papers in the canonical form, byte for byte that of the digests out there.
 *
 * What a reader of digests returned comes back the same: `readDigest(renderDigest(entries))` gives equal entries but
 * for their lines. For texts of any other origin as many blocks with the same links come back; in their texts outer
 * white space is gone, what cannot be stored is U+FFFD, runs of white space in a name are one space, and a line that
 * would begin a field or a block has a space before it, so that no text can forge one.
 *
 * @throws DiglotError `DIGLOT_BLOCK_NO_TITLE` or `DIGLOT_BLOCK_NO_ABSTRACT` where the English is empty,
 *   `DIGLOT_BLOCK_BAD_LINK` where the link names no paper
 */
export function renderDigest(papers: readonly PaperText[]): string {
  return papers.map((paper) => `${renderBlock(paper)}${SEPARATOR}\n`).join('');
}

/** One block without its separator. */
export function renderBlock({ title, authors, link, abstract, version }: PaperText): string {
  const values: Record<string, string | null> = {
    'title-zh': optional(title.zh),
    authors: safe(joinAuthors(authors.map(withEvenSpace))),
    link: printLink(safeLink(link, version)),
    abstract: required(abstract.en, 'DIGLOT_BLOCK_NO_ABSTRACT'),
    'abstract-zh': optional(abstract.zh),
  };
  const heading = `${TITLE.mark} ${required(title.en, 'DIGLOT_BLOCK_NO_TITLE', isTitleAt)}${TITLE.ending}`;
  const fields = LABELS.map(({ field, mark, ending }) => {
    const value = values[field];
    return value === null || value === undefined ? '' : `${mark} ${value}${ending}`;
  });
  return heading + fields.join('');
}

function optional(text: string | null): string | null {
  return text === null ? null : safe(text) || null;
}

function required(text: string, code: ErrorCode, mustNotBegin?: LineTest): string {
  const value = safe(text, mustNotBegin);
  if (value === '') throw new DiglotError(code, 'this paper cannot be printed: its English is empty');
  return value;
}

type LineTest = (text: string, offset: number) => boolean;

/** The text so that a reader sees it as one field; a text that a reader returned is as it was. */
function safe(text: string, mustNotBegin: LineTest = () => false): string {
  const value = storable(text);
  const from = skipSpace(value, 0, value.length);
  const trimmed = value.slice(from, trimEnd(value, from, value.length));
  if (!trimmed.includes('\n')) return trimmed;
  let afterSeparator = false;
  const [first = '', ...others] = trimmed.split('\n');
  const guarded = others.map((line) => {
    const start = skipByteOrderMarks(line, 0);
    const beginsBlock = isTitleAt(line, start) && afterSeparator;
    const isNothing = isBlank(line, start, line.length) || isHeadingAt(line, start);
    if (!isNothing) afterSeparator = isSeparatorLine(line, start, line.length);
    return beginsBlock || labelAt(line, start) !== null || mustNotBegin(line, start) ? ` ${line}` : line;
  });
  return [first, ...guarded].join('\n');
}

/** The link as it is, unless it doesn't name the version or would end the parenthesis around it. */
function safeLink(link: string, version: number | null): string {
  const reference = parseArxivReference(link);
  if (reference === null)
    throw new DiglotError('DIGLOT_BLOCK_BAD_LINK', `no arXiv identifier in ${JSON.stringify(link)}`);
  const isPrintable = WEB_ADDRESS.test(link) && link.length <= LONGEST_LINK && !ENDS_LINK.test(link);
  return isPrintable && reference.version === version ? link : pdfAddress({ id: reference.id, version });
}
