import type { DigestDocument, ParsedEntry, ReadOptions } from '../../digest-file.ts';
import type { SourceText } from '../../source/source-text.ts';
import { STEP_BYTES, type Steps } from '../../steps.ts';
import { endsEveryLineWithCrLf } from '../../text/line-ends.ts';
import { lineEnd, skipSpace } from '../../text/white-space.ts';
import type { DigestReader } from '../digest-reader.ts';
import { refuseTooMany } from '../too-many-entries.ts';
import { findLabel, isTitleAt, labelAt } from './grammar.ts';
import { DigestReport } from './digest-report.ts';
import { Ordinals } from './ordinals.ts';
import { readBlock } from './read-block.ts';
import type { FileContext } from './read-values.ts';
import { BlockSplitter } from './split-blocks.ts';

/** Digest Markdown: one block a paper, English alone or with Chinese. */
export const digestReader: DigestReader = { name: 'digest', kind: 'digest', detect, read };

function detect({ head, start }: SourceText): number {
  if (isTitleAt(head, start)) {
    const next = skipSpace(head, lineEnd(head, start), head.length);
    if (labelAt(head, next) !== null) return 1;
  }
  return findLabel(head, start) === -1 ? 0 : 0.8;
}

function* read(source: SourceText, options: ReadOptions): Steps<DigestDocument> {
  const crlf = yield* endsEveryLineWithCrLf(source.text);
  const report = new DigestReport();
  const file: FileContext = { source, crlf, ordinals: new Ordinals(), report };
  const entries: ParsedEntry[] = [];
  const blocks = new BlockSplitter(source.text);
  while (!blocks.isDone) {
    for (const block of blocks.next(STEP_BYTES)) {
      const entry = readBlock(block, file);
      if (entry) entries.push(entry);
    }
    refuseTooMany(entries, options);
    yield;
  }
  return { kind: 'digest', entries, diagnostics: report.diagnostics, omittedDiagnostics: report.omitted };
}
