import { readdirSync, readFileSync } from 'node:fs';
import { SourceText } from '../source/source-text.ts';
import { runSteps } from '../steps.ts';
import type { DigestReader } from './digest-reader.ts';
import { emptyReader } from './empty/empty.reader.ts';
import { chooseReader, READERS } from './registry.ts';

/** Every reader has fixtures of its own, in its own folder. */
const FIXTURES = READERS.flatMap(({ name }) =>
  readdirSync(new URL(`${name}/fixtures`, import.meta.url)).map((file) => [`${name}/fixtures/${file}`, name] as const),
);

const source = (name: string) =>
  runSteps(SourceText.fromBytes(readFileSync(new URL(name, import.meta.url)), { path: name }));

describe('the registry of readers', () => {
  it.each(FIXTURES)('%s is for the reader %s and for no other', (file, name) => {
    const text = source(file);
    const reader = chooseReader(text);
    expect(reader?.name).toBe(name);
    expect(reader && runSteps(reader.read(text, { path: file }))).toMatchObject({
      kind: reader?.kind,
      omittedDiagnostics: 0,
    });
    expect(READERS.filter((each) => each.detect(text) > 0).map((each) => each.name)).toEqual([name]);
  });

  it('every reader has fixtures', () => {
    expect(new Set(FIXTURES.map(([, name]) => name))).toEqual(new Set(READERS.map(({ name }) => name)));
  });

  it('takes the surest reader, of equals the first, and none where none knows', () => {
    const reader = (kind: DigestReader['kind'], confidence: number): DigestReader => ({
      name: kind,
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
