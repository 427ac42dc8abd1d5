import { DiglotError } from '@diglot/domain';
import { digestDateFromPath } from '../../paths/digest-path.ts';
import { parseDigest, readDigest } from '../../read-digest.ts';
import { AFTER, BEFORE, parseBlocks, printBlock, type BlockParts } from '../../spec-support/blocks.ts';

/** The anomalies of the survey that concern whole files and blocks; those within a text stand in digest-anomalies.spec. */
const kindOf = (text: string) => readDigest(Buffer.from(text), { path: 'spec.md' }).kind;
const found = (text: string) => {
  const { entries, diagnostics } = parseBlocks(text);
  return { ids: entries.map(({ arxivId }) => arxivId), codes: diagnostics.map(({ code }) => code) };
};

function refusal(bytes: Buffer): string {
  try {
    readDigest(bytes, { path: 'spec.md' });
  } catch (error) {
    if (error instanceof DiglotError) return error.code;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('digest anomalies: blocks', () => {
  it.each<[string, BlockParts, string]>([
    ['title', { title: undefined }, 'DIGLOT_BLOCK_NO_TITLE'],
    ['abstract', { abstract: undefined }, 'DIGLOT_BLOCK_NO_ABSTRACT'],
    ['link', { link: undefined }, 'DIGLOT_BLOCK_NO_LINK'],
    ['id', { link: '[PDF](https://arxiv.org/pdf/)' }, 'DIGLOT_BLOCK_BAD_LINK'],
  ])(
    'missing EN title / abstract / link / id: without the %s no entry, and the blocks around stand',
    (_, parts, code) => {
      expect(found(BEFORE + printBlock(parts) + AFTER)).toEqual({ ids: ['2511.00001', '2511.00002'], codes: [code] });
    },
  );

  it('id year-month differs from the folder (older or late papers): the path dates the digest, not the id', () => {
    const path = '4-Mar-2025/AI/README.md';
    const old = printBlock({ link: '[PDF](https://arxiv.org/pdf/1504.08319)' });
    expect(parseDigest(old, { path }).entries[0]?.arxivId).toBe('1504.08319');
    expect(digestDateFromPath(path)).toBe('2025-03-04');
  });

  it('two field orders, even in one file', () => {
    const english = printBlock({
      titleZh: undefined,
      abstractZh: undefined,
      link: '[PDF](https://arxiv.org/pdf/2511.00003)',
    });
    expect(found(BEFORE + english + AFTER)).toEqual({ ids: ['2511.00001', '2511.00003', '2511.00002'], codes: [] });
  });

  it('a re-run that prints every block three or four times', () => {
    const { entries } = parseBlocks((BEFORE + AFTER).repeat(4));
    expect(entries.map(({ ordinal }) => ordinal)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('the largest digest by papers: 717 in one file', () => {
    const blocks = Array.from({ length: 717 }, (_, index) =>
      printBlock({ link: `[PDF](https://arxiv.org/pdf/2605.${String(index).padStart(5, '0')})` }),
    );
    expect(new Set(found(blocks.join('')).ids).size).toBe(717);
  });
});

describe('digest anomalies: files', () => {
  it.each([
    ['0 bytes', ''],
    ['a line feed', '\n'],
    ['white space', ' \r\n\t\n'],
    ['a BOM alone', '\ufeff'],
  ])('empty digest files: %s', (_, text) => {
    expect(kindOf(text)).toBe('empty');
  });

  it('header-only files are no digest, and say what was found', () => {
    expect(refusal(Buffer.from('# 4-Nov-2025\n'))).toBe('DIGLOT_DIGEST_UNKNOWN_FORMAT');
  });

  it.each([
    ['files without final newline', (BEFORE + AFTER).slice(0, -1)],
    ['a BOM', `\ufeff${BEFORE}${AFTER}`],
    ['blank lines before and behind', `\n\n${BEFORE}${AFTER}\n\n\n`],
  ])('%s lose nothing', (_, text) => {
    expect(found(text)).toEqual({ ids: ['2511.00001', '2511.00002'], codes: [] });
  });

  it.each([
    ['bare CR files', Buffer.from(BEFORE.replaceAll('\n', '\r')), 'DIGLOT_DIGEST_UNKNOWN_FORMAT'],
    ['invalid UTF-8', Buffer.concat([Buffer.from(BEFORE), Buffer.from([0xc3, 0x28])]), 'DIGLOT_DIGEST_ENCODING'],
    ['NUL without end', Buffer.concat([Buffer.from(BEFORE), Buffer.alloc(1_000)]), 'DIGLOT_DIGEST_BINARY'],
  ])('%s are refused with a code', (_, bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  it('an index table bears the name of a digest, README.md, and is told by what it holds', () => {
    const table = '# 4-Nov-2025\n\n| Subject | Link | Number of Papers |\n|:-:|:-:|:-:|\n| AI | [Link](x) | 7 |\n';
    expect(kindOf(table)).toBe('index-table');
    expect(kindOf(BEFORE)).toBe('digest');
  });

  it('a sidecar claims to be JSON lines, and is Python literals', () => {
    expect(kindOf(`{'arxiv_id': 'arXiv:2511.00001', 'title': "It's", 'abstract_zh': None}\n`)).toBe('sidecar');
  });
});
