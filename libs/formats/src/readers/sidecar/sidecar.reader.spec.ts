import { readFileSync } from 'node:fs';
import type { SidecarDocument } from '../../digest-file.ts';
import { parseDigest, readDigest } from '../../read-digest.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

function readSidecar(text: string): SidecarDocument {
  const file = parseDigest(text, { path: 'papers.jsonl' });
  if (file.kind !== 'sidecar') throw new Error(`a sidecar was expected, not ${file.kind}`);
  return file;
}

describe('sidecars', () => {
  it('are read record by record and hold no entries', () => {
    expect(readDigest(fixture('papers.jsonl'), { path: 'papers.jsonl' })).toEqual({
      kind: 'sidecar',
      entries: [],
      diagnostics: [],
      omittedDiagnostics: 0,
      records: [
        {
          arxivId: '2511.00417',
          line: 1,
          paper: {
            version: null,
            title: { en: 'Slow Tides, Fast Models', zh: '慢潮快模' },
            authors: ['Maren Oyelaran', 'Tove Lindqvist'],
            link: 'https://arxiv.org/abs/2511.00417',
            abstract: { en: "It halves the gauge's error, at \\alpha = 0.1.\nSecond line.", zh: '它将误差减半。' },
          },
        },
        {
          arxivId: '2511.00418',
          line: 2,
          paper: {
            version: null,
            title: { en: 'Counting "Bees"', zh: null },
            authors: [],
            link: 'https://arxiv.org/abs/2511.00418',
            abstract: { en: "We're counting café bees — 🐝.", zh: null },
          },
        },
      ],
    });
  });

  it('may be the JSON that their name promises', () => {
    const { records } = readSidecar(
      '{"arxiv_id": "2511.00417v2", "title": "A \\u4e2d", "published": null, "tags": ["a"]}',
    );
    expect(records[0]).toMatchObject({ arxivId: '2511.00417', paper: { version: 2, title: { en: 'A 中', zh: null } } });
  });

  it('report broken lines with their place, and the good ones go on', () => {
    const lines = [
      "{'arxiv_id': '2511.00001'}",
      "{'arxiv_id': 'x'}",
      " {'arxiv_id': '2511.00002', 'title': }",
      '[1]',
      "{'arxiv_id': '2511.00003'}",
    ];
    const { records, diagnostics } = readSidecar(lines.join('\n'));
    expect(records.map(({ arxivId, line }) => [arxivId, line])).toEqual([
      ['2511.00001', 1],
      ['2511.00003', 5],
    ]);
    expect(diagnostics).toEqual([
      { severity: 'error', code: 'DIGLOT_BLOCK_BAD_RECORD', line: 2, column: 1, message: 'arxiv_id is no identifier' },
      { severity: 'error', code: 'DIGLOT_BLOCK_BAD_RECORD', line: 3, column: 38, message: 'a value is missing' },
      { severity: 'error', code: 'DIGLOT_BLOCK_BAD_RECORD', line: 4, column: 1, message: 'a record must be a dict' },
    ]);
  });

  it('list a thousand broken lines and count the others', () => {
    const { diagnostics, omittedDiagnostics } = readSidecar("{'arxiv_id': 0}\n".repeat(1_500));
    expect([diagnostics.length, omittedDiagnostics]).toEqual([1_000, 500]);
  });
});
