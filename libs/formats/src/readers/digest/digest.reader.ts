import { MAX_DIAGNOSTICS, type Diagnostic, type DigestDocument, type ParsedEntry } from '../../digest-file.ts';
import { hashPaperText } from '../../hash-paper-text.ts';
import { OddCharacterScanner } from '../../text/odd-characters.ts';
import type { DigestReader } from '../digest-reader.ts';
import { isTitleAt, labelAt, LABELS, lineEnd, skipSpace } from './grammar.ts';
import { readBlock, type BlockContext } from './read-block.ts';
import { splitBlocks } from './split-blocks.ts';

/** Digest Markdown: one block a paper, English alone or with Chinese. */
export const digestReader: DigestReader = { kind: 'digest', detect, read };

function detect(text: string): number {
  const start = skipSpace(text, 0, text.length);
  if (isTitleAt(text, start)) {
    const next = skipSpace(text, lineEnd(text, start), text.length);
    if (labelAt(text, next) !== null) return 1;
  }
  const hasLabel = LABELS.some(({ mark }) => text.startsWith(mark, start) || text.includes(`\n${mark}`));
  return hasLabel ? 0.8 : 0;
}

function read(text: string): DigestDocument {
  const crlf = endsEveryLineWithCrLf(text);
  const context: BlockContext = { text, crlf, odd: new OddCharacterScanner(text, crlf) };
  const entries: ParsedEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, number>();
  let omitted = 0;
  for (const block of splitBlocks(text)) {
    const { paper, diagnostics: found } = readBlock(block, context);
    const room = MAX_DIAGNOSTICS - diagnostics.length;
    diagnostics.push(...found.toSorted(byPlace).slice(0, room));
    omitted += Math.max(0, found.length - room);
    if (paper === null) continue;
    const ordinal = (seen.get(paper.arxivId) ?? 0) + 1;
    seen.set(paper.arxivId, ordinal);
    entries.push({ ...paper, ordinal, line: block.line, hash: hashPaperText(paper) });
  }
  return { kind: 'digest', entries, diagnostics, omittedDiagnostics: omitted };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.line - b.line || a.column - b.column;
}

function endsEveryLineWithCrLf(text: string): boolean {
  let any = false;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) !== 0x0d) return false;
    any = true;
  }
  return any;
}
