import type { DigestDocument, ParsedEntry, ReadOptions } from '../../digest-file.ts';
import { LONGEST_BLOCK } from '../../digest-file.ts';
import type { SourceText } from '../../source/source-text.ts';
import { STEP_BYTES, type Steps } from '../../steps.ts';
import { endsEveryLineWithCrLf } from '../../text/line-ends.ts';
import { lineEnd, skipSpace, trimEnd } from '../../text/white-space.ts';
import { DigestReport } from '../digest/digest-report.ts';
import { Ordinals } from '../digest/ordinals.ts';
import { findLabel } from '../digest/grammar.ts';
import { readLink } from '../digest/read-link.ts';
import { readValue, type FileContext } from '../digest/read-values.ts';
import { splitAuthors } from '../digest/split-authors.ts';
import type { DigestReader } from '../digest-reader.ts';
import { refuseTooMany } from '../too-many-entries.ts';
import { HEADING_MARK, readHeading } from './grammar.ts';
import { PaperSplitter, type RawPaper } from './split-papers.ts';

/** How much of a text is Chinese before it is no English text with a Chinese name in it. */
const CHINESE_SHARE = 0.3;
const HAN = /\p{Script=Han}/gu;
const QUOTED = 80;
const HEADINGS_TRIED = 8;

/**
 * Digests of summaries: `### [1] [title](address)`, authors, a summary by a model in some language, and the abstract. Some
 * fifty public repositories make them from one template, among them
 * https://github.com/dw-dengwei/daily-arXiv-ai-enhanced (`to_md/paper_template.md`; a sample is `data/2025-10-14.md` at
 * commit 0124590b5927d3c0274cdf8600f8dbfc9f93dc81). A summary is no translation, so the entries are English alone.
 */
export const summariesReader: DigestReader = { name: 'summaries', kind: 'digest', detect, read };

/** One of the first papers must be whole; any may be broken. Behind a label of a digest such a heading is text. */
function detect({ head: whole, start }: SourceText): number {
  const label = findLabel(whole, start);
  const head = label === -1 ? whole : whole.slice(0, label);
  let at = head.startsWith(HEADING_MARK, start) ? start : nextHeading(head, start);
  for (let tried = 0; at !== null && tried < HEADINGS_TRIED; tried += 1) {
    if (isPaperAt(head, at)) return 0.9;
    at = nextHeading(head, at);
  }
  return 0;
}

function nextHeading(text: string, offset: number): number | null {
  const found = text.indexOf(`\n${HEADING_MARK}`, offset);
  return found === -1 ? null : found + 1;
}

function isPaperAt(text: string, offset: number): boolean {
  const end = lineEnd(text, offset);
  const heading = readHeading(text.slice(offset, trimEnd(text, offset, end)));
  const next = skipSpace(text, end, text.length);
  const areNames = text.startsWith('*', next) && !text.startsWith('**', next);
  return areNames && heading !== null && readLink(heading.link) !== null;
}

function* read(source: SourceText, options: ReadOptions): Steps<DigestDocument> {
  const crlf = yield* endsEveryLineWithCrLf(source.text);
  const report = new DigestReport();
  const file: FileContext = { source, crlf, ordinals: new Ordinals(), report };
  const entries: ParsedEntry[] = [];
  for (const papers = new PaperSplitter(source.text); !papers.isDone; yield) {
    for (const paper of papers.next(STEP_BYTES)) {
      const entry = readPaper(paper, file);
      if (entry) entries.push(entry);
    }
    refuseTooMany(entries, options);
  }
  return { kind: 'digest', entries, diagnostics: report.diagnostics, omittedDiagnostics: report.omitted };
}

function readPaper(paper: RawPaper, file: FileContext): ParsedEntry | null {
  const { report } = file;
  const { line } = paper;
  if (paper.end - paper.start > LONGEST_BLOCK) {
    const message = `the block has more than ${LONGEST_BLOCK.toLocaleString('en')} characters`;
    report.error('DIGLOT_BLOCK_TOO_LARGE', { line }, message);
    return null;
  }
  const title = readValue(paper.title, file).text;
  const authors = splitAuthors(paper.authors === null ? '' : readValue(paper.authors, file).text);
  const abstract = paper.abstract === null ? '' : readValue(paper.abstract, file).text;
  const link = readLink(paper.link);
  if (title === '') report.error('DIGLOT_BLOCK_NO_TITLE', { line, field: 'title' }, 'the title is empty');
  if (link === null) {
    const message = `no arXiv identifier in ${JSON.stringify(paper.link.slice(0, QUOTED))}`;
    report.error('DIGLOT_BLOCK_BAD_LINK', { line, field: 'link' }, message);
  }
  if (authors.length === 0) {
    report.warning('DIGLOT_BLOCK_NO_AUTHORS', { line, field: 'authors' }, 'the block names no authors');
  }
  const isEnglish = reportAbstract(abstract, paper, report);
  if (title === '' || link === null || !isEnglish) return null;
  const { id, version } = link.reference;
  return {
    arxivId: id,
    ordinal: file.ordinals.next(id),
    line,
    version,
    title: { en: title, zh: null },
    authors,
    link: link.link,
    abstract: { en: abstract, zh: null },
  };
}

function reportAbstract(abstract: string, { abstract: raw, line, isClosed }: RawPaper, report: DigestReport): boolean {
  const place = { line: raw?.line ?? line, field: 'abstract' } as const;
  const isChinese = (abstract.match(HAN)?.length ?? 0) > abstract.length * CHINESE_SHARE;
  if (abstract === '' || isChinese) {
    const what = isChinese ? 'Chinese, and the English is not printed' : raw === null ? 'missing' : 'empty';
    report.error('DIGLOT_BLOCK_NO_ABSTRACT', place, `the abstract is ${what}`);
    return false;
  }
  if (!isClosed) report.warning('DIGLOT_BLOCK_NO_SEPARATOR', place, 'no `</details>` line ends the abstract');
  return true;
}
