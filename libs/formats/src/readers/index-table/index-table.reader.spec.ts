import { readFileSync } from 'node:fs';
import { parseDigest, readDigest } from '../../read-digest.ts';
import { printBlock } from '../../spec-support/blocks.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

describe('index tables', () => {
  it('are read as what they claim, which holds no papers', () => {
    expect(readDigest(fixture('day.md'), { path: 'day.md' })).toEqual({
      kind: 'index-table',
      entries: [],
      diagnostics: [],
      omittedDiagnostics: 0,
      rows: [
        { label: 'AI', link: 'https://github.com/example/daily-papers/tree/main/4-Nov-2025/AI', papers: 7, line: 5 },
        { label: 'RO', link: 'https://github.com/example/daily-papers/tree/main/4-Nov-2025/RO', papers: 0, line: 6 },
        { label: 'Odd', link: null, papers: null, line: 7 },
      ],
    });
  });

  it('may have text before them', () => {
    const file = readDigest(fixture('repository.md'), { path: 'repository.md' });
    expect(file.kind === 'index-table' && file.rows.map(({ label, papers }) => [label, papers])).toEqual([
      ['5-Nov-2025', 12],
      ['4-Nov-2025', 7],
    ]);
  });

  it('a table inside of an abstract does not make a digest an index', () => {
    const table = 'x\n\n| Subject | Link | Number of Papers |\n|:--:|:--:|:--:|\n| AI | [Link](x) | 3 |';
    expect(parseDigest(printBlock({ abstract: table }), { path: '' }).kind).toBe('digest');
  });

  it('another table is none', () => {
    expect(() => parseDigest('# A\n\n| a | b |\n|---|---|\n| 1 | 2 |', { path: '' })).toThrow(/UNKNOWN_FORMAT/);
  });
});
