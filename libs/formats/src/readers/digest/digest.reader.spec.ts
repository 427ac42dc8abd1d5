import { readFileSync } from 'node:fs';
import { LONGEST_BLOCK, MAX_ENTRIES } from '../../digest-file.ts';
import { hashPaperText } from '../../hash-paper-text.ts';
import { readDigest } from '../../read-digest.ts';
import { SourceText } from '../../source/source-text.ts';
import { AFTER, BEFORE, GOOD, parseBlocks, printBlock } from '../../spec-support/blocks.ts';
import { runSteps } from '../../steps.ts';
import { digestReader } from './digest.reader.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

const read = (name: string) => readDigest(fixture(name), { path: name });
const ids = (text: string) => parseBlocks(text).entries.map(({ arxivId }) => arxivId);
const summary = (text: string) =>
  parseBlocks(text).diagnostics.map(({ severity, code, line }) => `${line} ${severity} ${code}`);

describe('canonical digests', () => {
  it('reads the bilingual form', () => {
    const file = read('canonical.md');
    expect(file).toMatchObject({ kind: 'digest', diagnostics: [], omittedDiagnostics: 0 });
    expect(file.entries).toEqual([
      expect.objectContaining({ arxivId: '2511.00417', version: null, ordinal: 1, line: 1 }),
      {
        arxivId: '2511.00418',
        version: 2,
        ordinal: 1,
        line: 14,
        title: { en: 'A Note on Counting Bees with $k$ Cameras', zh: '关于用$k$台相机数蜜蜂的札记' },
        authors: ['Ruth Achterberg'],
        link: 'https://arxiv.org/pdf/2511.00418v2',
        abstract: {
          en: String.raw`We prove that $k = 3$ cameras suffice to count bees at a hive entrance up to a relative error of $\epsilon$, provided that no two bees share a velocity. Code is available at this https URL.`,
          zh: String.raw`我们证明，只要没有两只蜜蜂速度相同，$k = 3$台相机便足以以相对误差$\epsilon$清点蜂箱入口的蜜蜂。代码见this https URL。`,
        },
      },
    ]);
  });

  it('reads the form without Chinese', () => {
    const file = read('english-only.md');
    expect(file.diagnostics).toEqual([]);
    expect(file.entries.map(({ title, abstract }) => [title.zh, abstract.zh])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(file.entries[1]?.abstract.en).toBe('We prove that $k = 3$ cameras suffice.\n\nThe proof is short.');
  });

  it('reads fields in any order', () => {
    const [title, ...fields] = printBlock()
      .replace('---\n', '')
      .split(/(?=^\*\*)/m);
    const { entries, diagnostics } = parseBlocks([title, ...fields.reverse(), '---\n'].join(''));
    const [entry] = parseBlocks(printBlock()).entries;
    expect(diagnostics).toEqual([]);
    expect(entries).toEqual([entry]);
  });

  it('needs no blank lines, no trailing spaces and no space behind a label', () => {
    const tight = printBlock()
      .replaceAll(/ *\n+/g, '\n')
      .replaceAll(/^(\*\*[^*]+\*\*:) /gm, '$1');
    expect(parseBlocks(tight)).toEqual({ ...parseBlocks(printBlock()), diagnostics: [] });
  });
});

describe('the hash of an entry', () => {
  it('is that of its canonical block', () => {
    const { entries } = read('canonical.md');
    // printf of the block without its separator, piped through sha256sum
    expect(entries.map(hashPaperText)).toContain('164017d327b800b1ec20c613b445064826936a7d4268b488a2e528a38c495538');
  });

  const LINK = '[PDF](https://arxiv.org/pdf/2511.01234)';
  const hashOf = (text: string) => parseBlocks(text).entries.map(hashPaperText);
  const reversed = (text: string) => {
    const [title, ...fields] = text.replace('---\n', '').split(/(?=^\*\*)/m);
    return [title, ...fields.toReversed(), '---\n'].join('');
  };

  it.each([
    ['spaces at the end of a line', printBlock().replace('光仓库的触觉先验 \n\n', '光仓库的触觉先验\t\n\n')],
    ['spaces on a blank line', printBlock().replace('Adeyemi  \n\n', 'Adeyemi\n  \n')],
    ['a space behind a label', printBlock().replace('**Abstract**: ', '**Abstract**:\t')],
    ['CR LF', printBlock().replaceAll('\n', '\r\n')],
    ['the order of fields', reversed(printBlock())],
    ['spaces among authors', printBlock({ authors: 'Ines Falkenrath ,  Bo Adeyemi,' })],
    ['the text of the link', printBlock({ link: LINK.replace('PDF', 'pdf') })],
    ['how the link is marked', printBlock({ link: '<https://arxiv.org/pdf/2511.01234>' })],
    ['an address that is left out', printBlock({ link: 'arXiv:2511.01234' })],
    ['a separator that is left out', printBlock().replace('---\n', '')],
    ['a repeated field', printBlock({ abstract: `${GOOD.abstract} \n\n**Authors**: X` })],
    ['its place in the file', `Stray.\n\n${printBlock()}`],
  ])('does not tell %s', (_, text) => {
    expect(hashOf(text)).toEqual(hashOf(printBlock()));
  });

  it('tells an empty list of authors from none at all no more than the entry does', () => {
    expect(hashOf(printBlock({ authors: undefined }))).toEqual(hashOf(printBlock({ authors: '' })));
  });
});

describe('broken blocks among good ones', () => {
  it('says what is wrong and where, and the good blocks go on', () => {
    const file = read('broken-blocks.md');
    expect(file.entries.map(({ arxivId, line }) => [arxivId, line])).toEqual([
      ['2511.00501', 1],
      ['2511.00505', 58],
    ]);
    expect(file.diagnostics).toEqual([
      expect.objectContaining({ code: 'DIGLOT_BLOCK_NO_LINK', severity: 'error', line: 14, column: 1, field: 'link' }),
      expect.objectContaining({ code: 'DIGLOT_BLOCK_BAD_LINK', severity: 'error', line: 31, field: 'link' }),
      expect.objectContaining({ code: 'DIGLOT_BLOCK_NO_TITLE', severity: 'error', line: 38, field: 'title' }),
      expect.objectContaining({ code: 'DIGLOT_BLOCK_NO_ABSTRACT', severity: 'error', line: 49, field: 'abstract' }),
    ]);
    expect(file.diagnostics[1]?.message).toContain('https://example.org/paper.pdf');
  });

  it.each([
    ['title', { title: '' }, '14 error DIGLOT_BLOCK_NO_TITLE'],
    ['link', { link: '' }, '20 error DIGLOT_BLOCK_NO_LINK'],
    ['abstract', { abstract: '\n ' }, '22 error DIGLOT_BLOCK_NO_ABSTRACT'],
  ])('an empty %s is none', (_, changes, diagnostic) => {
    const text = BEFORE + printBlock(changes) + AFTER;
    expect(ids(text)).toEqual(['2511.00001', '2511.00002']);
    expect(summary(text)).toEqual([diagnostic]);
  });

  it('a repeated field: the first counts', () => {
    const text = BEFORE + printBlock({ abstract: `First.\n\n**Abstract**: Second.\n\n**Title (ZH)**: 又一个` }) + AFTER;
    expect(parseBlocks(text).entries[1]).toMatchObject({ abstract: { en: 'First.' }, title: { zh: GOOD.titleZh } });
    expect(summary(text)).toEqual([
      '24 warning DIGLOT_BLOCK_DUPLICATE_FIELD',
      '26 warning DIGLOT_BLOCK_DUPLICATE_FIELD',
    ]);
  });

  it('a second link that names another paper is a lost paper, so an error', () => {
    const text =
      BEFORE + printBlock({ abstract: 'First.\n\n**Link**: [PDF](https://arxiv.org/pdf/2511.09999)' }) + AFTER;
    const [diagnostic] = parseBlocks(text).diagnostics;
    expect(ids(text)).toEqual(['2511.00001', '2511.01234', '2511.00002']);
    expect(diagnostic).toMatchObject({ code: 'DIGLOT_BLOCK_DUPLICATE_FIELD', severity: 'error', line: 24 });
    expect(diagnostic?.message).toContain('2511.09999');
  });

  it('a lost separator: the title begins its block all the same', () => {
    const text = BEFORE.replace('---\n', '') + printBlock() + AFTER;
    expect(ids(text)).toEqual(['2511.00001', '2511.01234', '2511.00002']);
    expect(summary(text)).toEqual(['13 warning DIGLOT_BLOCK_NO_SEPARATOR']);
  });

  it('a lost title line: the separator separates all the same', () => {
    const text = BEFORE + printBlock({ title: undefined }) + AFTER;
    expect(ids(text)).toEqual(['2511.00001', '2511.00002']);
    expect(parseBlocks(text).entries[0]?.abstract.zh).toBe(GOOD.abstractZh);
    expect(summary(text)).toEqual(['14 error DIGLOT_BLOCK_NO_TITLE']);
  });

  it('a lost title line, whatever the order of the fields before it', () => {
    const fields = { titleZh: undefined, abstractZh: undefined, authors: undefined };
    const oddOrder = printBlock({ ...fields, abstract: `${GOOD.abstract} \n\n**Authors**: A` });
    const text = oddOrder + printBlock({ ...fields, title: undefined }) + AFTER;
    expect(ids(text)).toEqual(['2511.01234', '2511.00002']);
    expect(parseBlocks(text).entries[0]?.authors).toEqual(['A']);
    expect(summary(text)).toContain('10 error DIGLOT_BLOCK_NO_TITLE');
  });

  it('a lost title line before the form without Chinese', () => {
    const english = { titleZh: undefined, abstractZh: undefined };
    const text = printBlock(english) + printBlock({ ...english, title: undefined }) + AFTER;
    expect(ids(text)).toEqual(['2511.01234', '2511.00002']);
  });

  it('a cut file: what is there is read, and the missing separator reported', () => {
    const text = BEFORE + printBlock().slice(0, -40);
    expect(ids(text)).toEqual(['2511.00001', '2511.01234']);
    expect(summary(text)).toEqual(['14 warning DIGLOT_BLOCK_NO_SEPARATOR']);
  });

  it('no final newline is no fault', () => {
    expect(summary((BEFORE + AFTER).trimEnd())).toEqual([]);
  });

  it('text before the first block belongs to none', () => {
    const text = `Collected by hand.\nEvery day.\n\n${BEFORE}`;
    expect(ids(text)).toEqual(['2511.00001']);
    expect(summary(text)).toEqual(['1 warning DIGLOT_BLOCK_STRAY_TEXT']);
  });

  it('a heading without any field before the first block is no paper', () => {
    const text = `# Papers of the day\n\nCollected by hand.\n\n${BEFORE}`;
    expect(ids(text)).toEqual(['2511.00001']);
    expect(summary(text).slice(0, 2)).toEqual(['1 error DIGLOT_BLOCK_NO_LINK', '1 error DIGLOT_BLOCK_NO_ABSTRACT']);
  });

  it('the heading of a section stands between two papers and belongs to neither', () => {
    const text = `${BEFORE}\n## Robotics\n\n### Grasping\n\n${AFTER}`;
    expect(ids(text)).toEqual(['2511.00001', '2511.00002']);
    expect(parseBlocks(text).entries[0]?.abstract.zh).toBe(GOOD.abstractZh);
    expect(summary(text)).toEqual(['15 warning DIGLOT_BLOCK_STRAY_TEXT']);
  });

  it.each([
    ['text follows it', `${GOOD.abstractZh}\n\n---\n\n### 注\n\n以上是摘要。`],
    ['the block ends with it', `${GOOD.abstractZh}\n\n---\n\n### 注`],
  ])('a heading behind a rule is text where %s', (_, abstractZh) => {
    const text = BEFORE + printBlock({ abstractZh }) + AFTER;
    expect(parseBlocks(text).entries.map(({ abstract }) => abstract.zh)).toContain(abstractZh);
    expect(summary(text)).toEqual([]);
  });

  it.each(['## ', '#'])(
    'titles that begin with %j are none, and their papers are not merged with any other',
    (mark) => {
      const text = BEFORE + (printBlock() + AFTER).replaceAll(/^# /gm, mark);
      expect(ids(text)).toEqual(['2511.00001']);
      expect(parseBlocks(text).entries[0]?.abstract.zh).toBe(GOOD.abstractZh);
      expect(summary(text).filter((line) => line.includes('error'))).toEqual([
        '14 error DIGLOT_BLOCK_NO_TITLE',
        '27 error DIGLOT_BLOCK_NO_TITLE',
      ]);
    },
  );

  it.each(['-----', '***', '*****', '___ '])('the rule %j ends a block as `---` does', (rule) => {
    const text = (BEFORE + printBlock() + AFTER).replaceAll('---', rule);
    expect(ids(text)).toEqual(['2511.00001', '2511.01234', '2511.00002']);
    expect(summary(text)).toEqual([]);
  });

  it('a title may have the space of a web page or of a Chinese keyboard behind its mark', () => {
    const text = BEFORE.replace('# ', '#\u00a0') + AFTER.replace('# ', '#\u3000');
    expect(ids(text)).toEqual(['2511.00001', '2511.00002']);
  });

  it('files that were joined byte by byte, the byte order mark of each among them', () => {
    const text = `\ufeff\ufeff${BEFORE}\ufeff${printBlock()}\ufeff${AFTER}`;
    expect(ids(text)).toEqual(['2511.00001', '2511.01234', '2511.00002']);
    expect(summary(text)).toEqual([]);
  });

  it('text behind the link belongs to no field', () => {
    const text = printBlock({ link: `${GOOD.link} [Code](https://example.org)` });
    expect(summary(text)).toEqual(['7 warning DIGLOT_BLOCK_STRAY_TEXT']);
  });

  it('lists the first thousand diagnostics and counts the others', () => {
    const { diagnostics, omittedDiagnostics } = parseBlocks('**Abstract**: x\n'.repeat(5_001));
    expect(diagnostics).toHaveLength(1_000);
    expect(diagnostics.length + omittedDiagnostics).toBe(5_000 + 4);
  });
});

describe('detection', () => {
  const confidence = (text: string) => digestReader.detect(runSteps(SourceText.fromText(text)));

  it('is certain of a title and a label, fairly sure of a label alone, and knows nothing else', () => {
    expect(confidence(`\n\n${BEFORE}`)).toBe(1);
    expect(confidence('Preface\n\n**Link**: x')).toBeGreaterThan(0.5);
    expect(confidence('**Authors**: x')).toBeGreaterThan(0.5);
    expect(confidence('# A heading\n\nand a text with **Link**: inside')).toBe(0);
    expect(confidence('')).toBe(0);
  });
});

describe('what is too large to be real', () => {
  it('a block that is too long for an event gives no entry, and says so; the blocks around it stand', () => {
    const huge = printBlock({ title: 'Huge', abstract: 'x'.repeat(LONGEST_BLOCK) });
    expect(ids(BEFORE + huge + AFTER)).toEqual(['2511.00001', '2511.00002']);
    expect(summary(BEFORE + huge + AFTER)).toEqual(['14 error DIGLOT_BLOCK_TOO_LARGE']);
  });

  it('the longest block that is allowed is read', () => {
    const around = printBlock({ abstract: '' }).length - '---\n'.length;
    const longest = printBlock({ abstract: 'x'.repeat(LONGEST_BLOCK - around) });
    expect(ids(longest)).toEqual(['2511.01234']);
    expect(summary(longest)).toEqual([]);
  });

  it('a file with more blocks than one transaction takes is refused at the first that is too many', () => {
    const tiny = '# x\n**Authors**: A\n**Link**: 2511.00002\n**Abstract**: y\n---\n';
    expect(parseBlocks(tiny.repeat(MAX_ENTRIES)).entries).toHaveLength(MAX_ENTRIES);
    expect(() => parseBlocks(tiny.repeat(MAX_ENTRIES + 1))).toThrow(/TOO_MANY_ENTRIES.*spec\.md:100001/);
  });
});
