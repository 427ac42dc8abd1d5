import { readFileSync } from 'node:fs';
import { SourceText } from '../source/source-text.ts';
import { runSteps } from '../steps.ts';
import type { DigestReader } from './digest-reader.ts';
import { emptyReader } from './empty/empty.reader.ts';
import { chooseReader, READERS } from './registry.ts';

const FIXTURES = {
  'digest/fixtures/canonical.md': 'digest',
  'digest/fixtures/english-only.md': 'digest',
  'digest/fixtures/broken-blocks.md': 'digest',
  'index-table/fixtures/day.md': 'index-table',
  'index-table/fixtures/repository.md': 'index-table',
  'sidecar/fixtures/papers.jsonl': 'sidecar',
  'empty/fixtures/empty.md': 'empty',
  'empty/fixtures/blank.md': 'empty',
} as const;

const source = (name: string) =>
  runSteps(SourceText.fromBytes(readFileSync(new URL(name, import.meta.url)), { path: name }));

describe('the registry of readers', () => {
  it.each(Object.entries(FIXTURES))('%s is a %s and nothing else', (name, kind) => {
    const text = source(name);
    expect(chooseReader(text)?.kind).toBe(kind);
    const reader = chooseReader(text);
    expect(reader && runSteps(reader.read(text, { path: name }))).toMatchObject({ kind, omittedDiagnostics: 0 });
    const claims = READERS.filter((reader) => reader.detect(text) > 0).map((reader) => reader.kind);
    expect(claims).toEqual([kind]);
  });

  it('takes the surest reader, of equals the first, and none where none knows', () => {
    const reader = (kind: DigestReader['kind'], confidence: number): DigestReader => ({
      kind,
      detect: () => confidence,
      read: (source, options) => emptyReader.read(source, options),
    });
    const text = runSteps(SourceText.fromText('x'));
    const choose = (...readers: DigestReader[]) => chooseReader(text, readers)?.kind;
    expect(choose(reader('digest', 0.3), reader('sidecar', 0.6), reader('empty', 0.6))).toBe('sidecar');
    expect(choose(reader('digest', 0.3), reader('sidecar', 1), reader('empty', 1))).toBe('sidecar');
    expect(choose(reader('digest', 0))).toBeUndefined();
  });
});
