import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { encodeLexicon, loadLexicon } from './lexicon-file.ts';
import { LEXICON_URL } from './lexicon-url.ts';

const data = {
  words: ['毛巾', '折叠', '叠'],
  wordCounts: [300, 20, 1],
  stems: ['towel', 'fold'],
  links: [[0], [1, 2]],
  stemCover: [
    [230, 10],
    [200, 40],
  ],
  wordCover: [
    [230, 10],
    [200, 40],
    [100, 90],
  ],
  kept: [['foldnet', 255]],
} as const;

describe('lexicon file', () => {
  it('reads what it wrote', () => {
    const lexicon = loadLexicon(encodeLexicon(data));
    const links: number[] = [];
    lexicon.eachLink(lexicon.stemId('fold') ?? -1, (id) => links.push(id));
    expect(links).toEqual([1, 2]);
    expect(lexicon.idOf('叠')).toBe(2);
    expect(lexicon.lengthOf(0)).toBe(2);
    expect(lexicon.retention('FoldNet')).toBe(1);
    expect(lexicon.stemEvidence(0).found).toBeGreaterThan(2);
    expect(lexicon.stemEvidence(0).missing).toBeLessThan(-1);
    expect(lexicon.costOf(0)).toBeLessThan(lexicon.costOf(1));
  });

  it('refuses other bytes', () => {
    expect(() => loadLexicon(new Uint8Array([1, 2, 3]))).toThrow('DIGLOT_LEXICON_UNUSABLE');
  });

  it('ships below 5 MB, as its manifest says', () => {
    const bytes = readFileSync(LEXICON_URL);
    const manifest: unknown = JSON.parse(readFileSync(new URL('lexicon.manifest.json', LEXICON_URL), 'utf8'));
    expect(bytes.length).toBeLessThan(5_000_000);
    expect(manifest).toMatchObject({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  });
});
