import { readFileSync } from 'node:fs';
import { readDigest } from '../../read-digest.ts';
import { BEFORE, parseBlocks, withoutLines } from '../../spec-support/blocks.ts';
import { renderDigest } from '../digest/render-digest.ts';

const FIXTURE = readFileSync(new URL('fixtures/summaries.md', import.meta.url), 'utf8');
const PAPER = FIXTURE.slice(FIXTURE.indexOf('### [1]'), FIXTURE.indexOf('### [2]'));

const ids = (text: string) => parseBlocks(text).entries.map(({ arxivId }) => arxivId);
const summary = (text: string) =>
  parseBlocks(text).diagnostics.map(({ severity, code, line }) => `${line} ${severity} ${code}`);

describe('digests of summaries', () => {
  it('gives title, authors, link and abstract; a summary is no translation', () => {
    const { entries, diagnostics } = readDigest(Buffer.from(FIXTURE), { path: 'summaries.md' });
    expect(diagnostics).toEqual([]);
    expect(entries).toHaveLength(3);
    expect(entries[0]).toEqual({
      arxivId: '2511.01234',
      ordinal: 1,
      line: 13,
      version: 2,
      title: { en: 'Grasping [Mostly] in the Dark', zh: null },
      authors: ['Ines Falkenrath', 'Bo Adeyemi'],
      link: 'https://arxiv.org/abs/2511.01234v2',
      abstract: {
        en: 'We grasp 40 objects without any light\nand succeed in 93% of the trials.\n  A second paragraph begins like this one.',
        zh: null,
      },
    });
    expect(entries.map(({ line }) => line)).toEqual([13, 38, 59]);
  });

  it('comes back the same when it is printed canonically', () => {
    const file = parseBlocks(FIXTURE);
    expect(withoutLines(parseBlocks(renderDigest(file.entries)))).toEqual(withoutLines(file));
  });

  it('is the same with CR LF', () => {
    expect(parseBlocks(FIXTURE.replaceAll('\n', '\r\n'))).toEqual(parseBlocks(FIXTURE));
  });

  it('needs no table of contents, and may have other headings', () => {
    expect(ids(PAPER)).toEqual(['2511.01234']);
    expect(ids(`# 每日速递: 2025-11-04\n\n## 目录\n\n- [cs.AI (1)](#cs-ai)\n\n## 人工智能 [cs.AI]\n${PAPER}`)).toEqual([
      '2511.01234',
    ]);
  });

  it.each([BEFORE, BEFORE.replace('# Before', '# Before\nand After')])(
    'a digest that holds such a heading in a text stays what it is',
    (digest) => {
      expect(ids(digest.replace('93% of the trials.', `93%.\n\n${PAPER}`))).toEqual(['2511.00001']);
    },
  );

  it.each([
    ['no abstract', PAPER.replace(/Abstract: [^]*(?=<\/details>)/, ''), '1 error DIGLOT_BLOCK_NO_ABSTRACT'],
    [
      'an abstract in Chinese',
      PAPER.replace(/We grasp [^]*one\./, '我们抓取四十个物体。'),
      '19 error DIGLOT_BLOCK_NO_ABSTRACT',
    ],
    ['an empty title', PAPER.replace('Grasping [Mostly] in the Dark', ' '), '1 error DIGLOT_BLOCK_NO_TITLE'],
    ['no authors', PAPER.replace('*Ines Falkenrath,Bo Adeyemi*', ''), '1 warning DIGLOT_BLOCK_NO_AUTHORS'],
    ['a file that is cut off', PAPER.slice(0, PAPER.indexOf('</details>')), '19 warning DIGLOT_BLOCK_NO_SEPARATOR'],
    ['an odd character', PAPER.replace('40 objects', '40\u00a0objects'), '19 warning DIGLOT_BLOCK_INVISIBLE_CHARACTER'],
  ])('%s is reported, and the other papers go on', (_, broken, report) => {
    const rest = PAPER.replaceAll('2511.01234v2', '2511.00002');
    // Detected by the paper that is fine, for the broken one may stand first.
    const text = broken + rest;
    const isKept = report.includes('warning');
    expect(ids(text)).toEqual([...(isKept ? ['2511.01234'] : []), '2511.00002']);
    expect(summary(text)).toEqual([report]);
  });

  it('a link to something else is no paper', () => {
    const broken = PAPER.replace('https://arxiv.org/abs/2511.01234v2', 'https://example.org/1');
    expect(summary(FIXTURE + broken)).toEqual([`${FIXTURE.split('\n').length} error DIGLOT_BLOCK_BAD_LINK`]);
  });

  it('the same paper twice is two entries', () => {
    expect(parseBlocks(PAPER + PAPER).entries.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });
});
