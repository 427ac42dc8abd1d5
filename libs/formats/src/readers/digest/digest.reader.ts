import { DiglotError } from '@diglot/domain';
import { MAX_ENTRIES, type DigestDocument, type ParsedEntry, type ReadOptions } from '../../digest-file.ts';
import type { SourceText } from '../../source/source-text.ts';
import { STEP_BYTES, type Steps } from '../../steps.ts';
import type { DigestReader } from '../digest-reader.ts';
import { lineEnd, skipSpace } from '../../text/white-space.ts';
import { isTitleAt, labelAt, LABELS } from './grammar.ts';
import { DigestReport } from './digest-report.ts';
import { Ordinals } from './ordinals.ts';
import { readBlock } from './read-block.ts';
import type { FileContext } from './read-values.ts';
import { BlockSplitter } from './split-blocks.ts';

/** Digest Markdown: one block a paper, English alone or with Chinese. */
export const digestReader: DigestReader = { kind: 'digest', detect, read };

function detect({ head, start }: SourceText): number {
  if (isTitleAt(head, start)) {
    const next = skipSpace(head, lineEnd(head, start), head.length);
    if (labelAt(head, next) !== null) return 1;
  }
  const hasLabel = LABELS.some(({ mark }) => head.startsWith(mark, start) || head.includes(`\n${mark}`));
  return hasLabel ? 0.8 : 0;
}

function* read(source: SourceText, { path }: ReadOptions): Steps<DigestDocument> {
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
    if (entries.length > MAX_ENTRIES) throw tooManyEntries(entries, path);
    yield;
  }
  return { kind: 'digest', entries, diagnostics: report.diagnostics, omittedDiagnostics: report.omitted };
}

function tooManyEntries(entries: readonly ParsedEntry[], path: string): DiglotError {
  const detail = `more than ${MAX_ENTRIES.toLocaleString('en')} blocks`;
  return new DiglotError('DIGLOT_DIGEST_TOO_MANY_ENTRIES', detail, {
    place: { file: path, line: entries[MAX_ENTRIES]?.line ?? 1, column: 1 },
  });
}

/** Any other line end decides at once, so this looks at one line of nearly every file. */
function* endsEveryLineWithCrLf(text: string): Steps<boolean> {
  let any = false;
  let pause = STEP_BYTES;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) !== 0x0d) return false;
    any = true;
    if (at < pause) continue;
    yield;
    pause = at + STEP_BYTES;
  }
  return any;
}
