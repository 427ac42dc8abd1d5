import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import { configurationJsonSchema } from './configuration.schema.ts';
import { parseConfiguration } from './parse-configuration.ts';
import { readConfiguration } from './read-configuration.ts';

const mistakes = (text: string): string[] =>
  parseConfiguration(text).mistakes.map(({ line, field, message }) => `${line} ${field}: ${message}`);

test('comments may stand in it', () => {
  expect(parseConfiguration('// ours\n{"sources": [/* none */]}').configuration).toEqual({ sources: [] });
});

describe('everything that is wrong is named with its line and its field', () => {
  test('in the syntax', () => {
    expect(mistakes('{\n  "sources": [,]\n}')).toContainEqual(expect.stringMatching(/^2 : no JSON: \w+/));
    expect(mistakes('')).toEqual(['1 : no JSON: ValueExpected']);
    expect(mistakes('{"sources": []')).toContainEqual(expect.stringMatching(/^1 : no JSON: \w+/));
  });

  test('in the fields, all at once', () => {
    const text = `{
  "sources": [
    { "kind": "folder", "folder": "a", "glob": ["*.md"] },
    {
      "kind": "git",
      "address": "git@example.org:a",
      "branch": "a..b",
      "depth": -1
    },
    { "kind": "feed" },
    { "kind": "folder", "folder": "b", "moveTo": "c" },
    { "kind": "folder",
      "paths": ["{day}.md"] }
  ],
  "source": [],
  "folder": []
}`;
    expect(mistakes(text)).toEqual([
      '3 sources.0.glob: there is no such field',
      expect.stringMatching(/^6 sources\.1\.address: only https/),
      '7 sources.1.branch: no branch can have this name',
      expect.stringMatching(/^8 sources\.1\.depth: /),
      expect.stringMatching(/^10 sources\.2\.kind: /),
      '11 sources.3.moveTo: only with "afterwards": "move"',
      expect.stringMatching(/^12 sources\.4\.folder: /),
      expect.stringMatching(/^13 sources\.4\.paths\.0: "\{day\}\.md": there is no \{day\}/),
      '15 source: there is no such field',
      '16 folder: there is no such field',
    ]);
  });

  test('in names, of which each is given once', () => {
    const twins =
      '{"sources": [{"kind":"folder","folder":"a","name":"x"},\n{"kind":"folder","folder":"b","name":"x"}]}';
    expect(mistakes(twins)).toEqual(['2 sources.1.name: two sources have the name "x"']);
  });

  test.each(['null', '[]', '3', '{}'])('%s is no configuration', (text) => {
    expect(mistakes(text)).toHaveLength(1);
  });
});

describe('reading', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => void (folder = await temporaryFolder('configuration')));
  afterEach(() => folder.remove());

  test('folders are relative to the file; units are ours', async () => {
    const sources = [
      {
        kind: 'folder',
        folder: 'a',
        name: 'x',
        scanSeconds: 0.5,
        stableMilliseconds: 0,
        depth: 2,
        afterwards: 'move',
        moveTo: '../done',
      },
      {
        kind: 'git',
        address: 'https://example.org/a',
        branch: 'b',
        fetchSeconds: 60,
        timeoutSeconds: 5,
        include: ['*'],
      },
      { kind: 'uploads', name: 'old', paths: ['{date}/{topic}.md'] },
    ];
    await mkdir(join(folder.path, 'conf'));
    const file = join(folder.path, 'conf', 'diglot.config.json');
    await writeFile(file, JSON.stringify({ sources }));
    const read = await readConfiguration(null, [folder.path, join(folder.path, 'conf')]);
    const unplaced = { ...read, sources: read.sources.map(({ place: _place, ...source }) => source) };
    expect(unplaced).toEqual({
      file,
      sources: [
        {
          kind: 'folder',
          root: join(folder.path, 'conf', 'a'),
          name: 'x',
          scan: 500,
          stable: 0,
          depth: 2,
          policy: 'move',
          moveTo: join(folder.path, 'done'),
        },
        { kind: 'git', address: 'https://example.org/a', branch: 'b', scan: 60_000, timeout: 5000, include: ['*'] },
        { kind: 'uploads', name: 'old', paths: ['{date}/{topic}.md'] },
      ],
    });
  });

  test('each source knows where it stands, with its fields', async () => {
    const file = join(folder.path, 'diglot.config.json');
    await writeFile(
      file,
      '{"sources": [\n{"kind": "folder", "folder": "a"}, {\n"kind": "git",\n"address": "file:///a"}]}',
    );
    const { sources } = await readConfiguration(null, [folder.path]);
    expect(sources.map(({ place }) => place)).toEqual([
      { file, index: 0, line: 2, lines: { kind: 2, folder: 2 } },
      { file, index: 1, line: 2, lines: { kind: 3, address: 4 } },
    ]);
  });

  test('there need be none, unless it is named', async () => {
    expect(await readConfiguration(null, [folder.path])).toEqual({ file: null, sources: [] });
    const named = readConfiguration(join(folder.path, 'none.json'), []);
    await expect(named).rejects.toThrow(/^DIGLOT_CONFIG_INVALID: .*none\.json/s);
  });

  test('the message has file, line and field', async () => {
    const file = join(folder.path, 'diglot.config.json');
    await writeFile(file, '{\n "sources": [{"kind": "folder"}]\n}');
    const read = readConfiguration(file, []);
    await expect(read).rejects.toThrow(/diglot\.config\.json:2, field sources\.0\.folder: /);
  });

  test('the example of the documentation is one', async () => {
    const example = new URL('../../../../examples/diglot.config.json', import.meta.url);
    const { configuration, mistakes: wrong } = parseConfiguration(readFileSync(example, 'utf8'));
    expect(wrong).toEqual([]);
    expect(configuration?.sources.map(({ kind }) => kind)).toEqual(['folder', 'folder', 'git', 'uploads']);
  });
});

test('docs/diglot.config.schema.json is what is checked (mend it with `npm run docs`)', () => {
  const published = readFileSync(new URL('../../../../docs/diglot.config.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(configurationJsonSchema())));
});
