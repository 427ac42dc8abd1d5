import type { DigestDocument, ParsedEntry } from '../../digest-file.ts';
import type { SourceText } from '../../source/source-text.ts';
import type { DigestReader } from '../digest-reader.ts';
import { isTitleAt, labelAt, LABELS, lineEnd, skipSpace } from './grammar.ts';
import { DigestReport } from './digest-report.ts';
import { Ordinals } from './ordinals.ts';
import { readBlock } from './read-block.ts';
import type { FileContext } from './read-values.ts';
import { splitBlocks } from './split-blocks.ts';

/** Digest Markdown: one block a paper, English alone or with Chinese. */
export const digestReader: DigestReader = { kind: 'digest', detect, read };

function detect({ view }: SourceText): number {
  const start = skipSpace(view, 0, view.length);
  if (isTitleAt(view, start)) {
    const next = skipSpace(view, lineEnd(view, start), view.length);
    if (labelAt(view, next) !== null) return 1;
  }
  const hasLabel = LABELS.some(({ mark }) => view.startsWith(mark, start) || view.includes(`\n${mark}`));
  return hasLabel ? 0.8 : 0;
}

function read(source: SourceText): DigestDocument {
  const crlf = endsEveryLineWithCrLf(source.view);
  const report = new DigestReport();
  const file: FileContext = { source, crlf, ordinals: new Ordinals(), report };
  const entries: ParsedEntry[] = [];
  for (const block of splitBlocks(source.view)) {
    const entry = readBlock(block, file);
    if (entry) entries.push(entry);
  }
  return { kind: 'digest', entries, diagnostics: report.diagnostics, omittedDiagnostics: report.omitted };
}

function endsEveryLineWithCrLf(view: string): boolean {
  let any = false;
  for (let at = view.indexOf('\n'); at !== -1; at = view.indexOf('\n', at + 1)) {
    if (view.charCodeAt(at - 1) !== 0x0d) return false;
    any = true;
  }
  return any;
}
