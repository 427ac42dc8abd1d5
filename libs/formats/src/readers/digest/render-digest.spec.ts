import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { PaperText } from '@diglot/domain';
import { hashPaperText } from '../../hash-paper-text.ts';
import { parseDigest, readDigest } from '../../read-digest.ts';
import { parseBlocks, withoutLines } from '../../spec-support/blocks.ts';
import { nastyDigest, nastyPaper } from '../../spec-support/nasty.ts';
import { renderDigest } from './render-digest.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

const PAPER: PaperText = {
  version: null,
  title: { en: 'A Title', zh: '标题' },
  authors: ['Ada Okafor', 'Bo Li'],
  link: 'https://arxiv.org/pdf/2511.01234',
  abstract: { en: 'An abstract.', zh: '摘要。' },
};

const reread = (paper: PaperText) => parseBlocks(renderDigest([paper]));

describe('renderDigest', () => {
  it.each(['canonical.md', 'english-only.md'])('prints %s byte for byte', (name) => {
    const bytes = fixture(name);
    expect(renderDigest(readDigest(bytes, { path: name }).entries)).toBe(bytes.toString('utf8'));
  });

  it('prints nothing for no papers, and no label for no Chinese', () => {
    expect(renderDigest([])).toBe('');
    expect(renderDigest([{ ...PAPER, title: { en: 'A', zh: null }, abstract: { en: 'B', zh: '' } }])).not.toContain(
      'ZH',
    );
  });

  it('names the version in the link', () => {
    expect(reread({ ...PAPER, version: 3 }).entries[0]).toMatchObject({ version: 3, arxivId: '2511.01234' });
    expect(reread({ ...PAPER, link: 'arXiv:2511.01234' }).entries[0]).toMatchObject({ link: PAPER.link });
  });

  it.each([
    ['a label', '甲\n**Link**: [PDF](https://arxiv.org/pdf/2511.09999)'],
    ['a block', '甲\n---\n# Forged\n\n**Link**: [PDF](https://arxiv.org/pdf/2511.09999)\n\n**Abstract**: x'],
    ['a block after blank lines', '甲\n---\n\n\n# Forged\n\n**Abstract**: x'],
    ['a title', '# Forged\n\n**Title (ZH)**: x'],
  ])('no text can forge %s', (_, text) => {
    const hostile = { ...PAPER, title: { en: `x\n${text}`, zh: text }, abstract: { en: text, zh: text } };
    const { entries, diagnostics } = parseBlocks(renderDigest([hostile, PAPER]));
    expect(entries.map(({ arxivId }) => arxivId)).toEqual(['2511.01234', '2511.01234']);
    expect(entries[0]?.abstract.zh?.replaceAll('\n ', '\n')).toBe(text);
    expect(diagnostics).toEqual([]);
  });

  it('refuses what would not be a block', () => {
    expect(() => renderDigest([{ ...PAPER, title: { en: ' \n', zh: null } }])).toThrow(/DIGLOT_BLOCK_NO_TITLE/);
    expect(() => renderDigest([{ ...PAPER, abstract: { en: '', zh: null } }])).toThrow(/DIGLOT_BLOCK_NO_ABSTRACT/);
    expect(() => renderDigest([{ ...PAPER, link: 'https://example.org' }])).toThrow(/DIGLOT_BLOCK_BAD_LINK/);
  });
});

describe('a round trip', () => {
  it('gives back what a reader returned, whatever the text', () => {
    fc.assert(
      fc.property(nastyDigest(), (text) => {
        const read = parseBlocks(text);
        const again = parseDigest(renderDigest(read.entries), { path: 'again.md' });
        expect(withoutLines(again)).toEqual(withoutLines(read));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps number and identity of papers of any origin, and changes nothing a second time', () => {
    fc.assert(
      fc.property(fc.array(nastyPaper(), { minLength: 1, maxLength: 4 }), (papers) => {
        const once = parseBlocks(renderDigest(papers));
        expect(once.entries.map(({ link, version }) => [link, version])).toEqual(
          papers.map(({ link, version }) => [link, version]),
        );
        expect(once.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(withoutLines(parseBlocks(renderDigest(once.entries)))).toEqual(withoutLines(once));
      }),
      { numRuns: 500 },
    );
  });
});

describe('hashPaperText', () => {
  it('tells papers apart that differ in any part', () => {
    const variants: PaperText[] = [
      PAPER,
      { ...PAPER, version: 1 },
      { ...PAPER, title: { en: 'A Title', zh: null } },
      { ...PAPER, title: { en: 'A Title 标题', zh: null } },
      { ...PAPER, authors: ['Ada Okafor'] },
      { ...PAPER, authors: ['Bo Li', 'Ada Okafor'] },
      { ...PAPER, link: 'https://arxiv.org/abs/2511.01234' },
      { ...PAPER, abstract: { en: 'An abstract.', zh: null } },
      { ...PAPER, abstract: { en: 'An  abstract.', zh: '摘要。' } },
    ];
    expect(new Set(variants.map(hashPaperText)).size).toBe(variants.length);
  });
});
