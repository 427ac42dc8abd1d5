import { hashPaperText } from '../../hash-paper-text.ts';
import {
  AFTER,
  BEFORE,
  GOOD,
  parseBlocks,
  parseEntry,
  printBlock,
  type BlockParts,
} from '../../spec-support/blocks.ts';

/** Every anomaly that the survey of 347,000 real blocks found, or looked for, by its name there. */
describe('digest anomalies: what is kept untouched', () => {
  const kept: readonly (readonly [anomaly: string, changes: BlockParts])[] = [
    ['multi-line EN abstract', { abstract: 'First paragraph.\n  Second line.\n\nThird, after a blank line.' }],
    ['multi-line ZH abstract, with blank lines', { abstractZh: '第一段。\n\n\n第二段。\n第三行。' }],
    ['multi-line ZH title', { titleZh: '标题的第一行\n\n（译注：第二行）' }],
    ['multi-line EN title', { title: 'A Title That Goes On\nFor a Second Line' }],
    ['`---` line inside ZH abstract', { abstractZh: '译文如下。\n\n---\n\n以上是译文。\n---' }],
    ['`---` line inside EN abstract and titles', { title: 'A\n---', titleZh: '甲\n---\n乙', abstract: 'x\n---  \ny' }],
    [
      '`# ` line inside a block',
      { abstractZh: '# 摘要\n正文。\n# 结论\n更多正文。', abstract: 'Steps:\n# one\n# two' },
    ],
    ['other heading at line start in ZH', { abstractZh: '### 摘要\n\n正文。\n## 方法\n#### 细节' }],
    ['bullets in EN abstract', { abstract: 'We give:\n- a method\n* a proof\n+ a bound' }],
    ['numbered lists in EN abstract', { abstract: 'We give:\n1. a method\n2) a proof' }],
    ['bold in abstracts and ZH title', { abstract: 'a **bold** claim', abstractZh: '**大胆**的', titleZh: '**甲**' }],
    ['bold that only looks like a label', { abstractZh: '正文。\n**摘要**: 甲\n**Keywords**: 乙\n **Link**: 丙' }],
    ['bold label in mid-line', { abstract: 'See **Abstract**: it is here. **Link**: none.' }],
    ['code fence in ZH abstract', { abstractZh: '```\n# not a title\n**not a label**\n```' }],
    [
      'Markdown link in EN / ZH abstract',
      { abstract: 'See [here](this https URL).', abstractZh: '见[这里](this https URL)' },
    ],
    ['pipe char in abstract', { abstract: 'p(x|y) and | a | table | row |' }],
    ['HTML entity', { abstract: 'error of &#177;2 &amp; more', titleZh: '甲&equest;乙' }],
    ['HTML-like tags', { abstract: 'emits <think> and </think>, <seg>', abstractZh: '输出<tool>与<br>' }],
    ['`$…$` in title / EN abstract', { title: '$O(n \\log n)$ Bees', abstract: 'for $n \\ge 2$, $\\mathbb{R}^d$' }],
    ['`$…$` in ZH title / ZH abstract', { titleZh: '$k$台相机', abstractZh: '对于$n \\ge 2$' }],
    ['`\\cmd` in EN abstract', { abstract: 'a \\textit{very} \\unicode{x2014} good \\times 2' }],
    ['`\\( \\)`, `\\[ \\]`', { abstract: 'we set \\(x\\) and \\[y\\]', abstractZh: '令\\(x\\)与\\[y\\]' }],
    ['`$$`', { abstract: 'then $$E = mc^2$$ holds' }],
    ['odd number of `$` (currency)', { abstract: 'it costs $5', abstractZh: '成本为$5' }],
    ['TeX accent commands', { title: "Schr\\\"odinger's \\'etude", abstract: "the Erd\\H{o}s--R\\'enyi graph" }],
    ['`this http(s) URL`', { abstract: 'Code is at this https URL', abstractZh: '代码见this http URL' }],
    ['`this http URL` put in mid-sentence', { abstract: 'we provide code this http URL establish a baseline' }],
    ['raw URL', { abstract: 'see https://your.example/a_b?c=d#e.', abstractZh: '见https://your.example/甲' }],
    ['non-BMP characters', { abstract: 'a bee 🐝', titleZh: '𠮷野家与🐝' }],
    ['CJK in EN title or abstract', { title: 'The Character 龍', abstract: 'we read 龍 aloud' }],
    ['EN abstract begins with the word "Abstract"', { abstract: 'Abstract: we do it. Abstract' }],
    ['shortest EN title', { title: 'Magistral' }],
    ['title of 252 characters', { title: 'Long '.repeat(50) + 'XY' }],
    ['EN abstract of 51 characters', { abstract: 'x'.repeat(51), abstractZh: '短' }],
    ['EN abstract of 3,444 characters', { abstract: 'x'.repeat(3_444), abstractZh: '长'.repeat(3_444) }],
    ['TAB', { abstract: 'a\tb', abstractZh: '甲\t乙' }],
    ['characters that Latin-1 has', { title: 'Café Müller', abstract: 'naïve Ångström ½ ×' }],
  ];

  it.each(kept)('%s', (_, changes) => {
    const { entry, codes } = parseEntry(changes);
    const printed = { ...GOOD, ...changes };
    expect(entry.title).toEqual({ en: printed.title, zh: printed.titleZh });
    expect(entry.abstract).toEqual({ en: printed.abstract, zh: printed.abstractZh });
    expect(codes).toEqual([]);
  });
});

describe('digest anomalies: absent and odd parts', () => {
  it('missing Title (ZH) + Abstract (ZH): the form without Chinese', () => {
    const { entry, codes } = parseEntry({ titleZh: undefined, abstractZh: undefined });
    expect(entry.title).toEqual({ en: GOOD.title, zh: null });
    expect(entry.abstract).toEqual({ en: GOOD.abstract, zh: null });
    expect(codes).toEqual([]);
  });

  it.each(['', '   ', '\n'])('label present but ZH empty (%j) counts as absent', (empty) => {
    const { entry, codes } = parseEntry({ titleZh: empty, abstractZh: empty });
    expect([entry.title.zh, entry.abstract.zh]).toEqual([null, null]);
    expect(codes).toEqual([]);
  });

  it.each([
    ['a label without names', ''],
    ['no label', undefined],
  ])('empty authors: %s', (_, authors: string | undefined) => {
    const { entry, codes } = parseEntry({ authors });
    expect(entry.authors).toEqual([]);
    expect(codes).toEqual(['DIGLOT_BLOCK_NO_AUTHORS']);
  });

  it('101 authors', () => {
    const names = Array.from({ length: 101 }, (_, index) => `Author N. ${index}`);
    expect(parseEntry({ authors: names.join(', ') }).entry.authors).toEqual(names);
  });

  it.each([
    ['[PDF](https://arxiv.org/pdf/hep-th/9901001)', 'hep-th/9901001', null], // old-style id
    ['[PDF](https://arxiv.org/pdf/0704.0001v3)', '0704.0001', 3], // four digits, a version
    ['[PDF](https://arxiv.org/abs/2511.01234v2)', '2511.01234', 2],
    ['[PDF](http://export.arxiv.org/pdf/2511.01234.pdf)', '2511.01234', null], // another host
    ['[PDF](https://arxiv.org/pdf/1504.08319)', '1504.08319', null], // far older than the digest
  ])('old-style ids, versions, 4-digit ids, other hosts: %s', (link, arxivId, version) => {
    const { entry, codes } = parseEntry({ link });
    expect([entry.arxivId, entry.version]).toEqual([arxivId, version]);
    expect(codes).toEqual([]);
  });

  it('same id twice in one file: told apart by ordinals; what is the same has the same hash', () => {
    const other = printBlock({ titleZh: '另一个译名' });
    const { entries, diagnostics } = parseBlocks(BEFORE + printBlock() + other + printBlock() + AFTER);
    expect(entries.map(({ arxivId, ordinal }) => [arxivId, ordinal])).toEqual([
      ['2511.00001', 1],
      ['2511.01234', 1],
      ['2511.01234', 2],
      ['2511.01234', 3],
      ['2511.00002', 1],
    ]);
    const [, first, second, third] = entries.map(hashPaperText);
    expect(first).toBe(third);
    expect(first).not.toBe(second);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['ZH title differs', { titleZh: '另一个译名' }],
    ['ZH abstract differs', { abstractZh: '另一种译文。' }],
    ['EN title differs', { title: 'Grasping in the Dark' }],
    ['authors differ', { authors: 'Ines Falkenrath' }],
    ['EN abstract differs', { abstract: 'We grasp 41 objects.' }],
    ['version differs', { link: '[PDF](https://arxiv.org/pdf/2511.01234v2)' }],
    ['ZH is gone', { titleZh: undefined }],
  ])('same id in another file, %s: another hash', (_, changes) => {
    expect(hashPaperText(parseEntry(changes).entry)).not.toBe(hashPaperText(parseEntry({}).entry));
  });
});

describe('digest anomalies: characters that are kept and reported', () => {
  const CONTROL = 'DIGLOT_BLOCK_CONTROL_CHARACTER';
  const INVISIBLE = 'DIGLOT_BLOCK_INVISIBLE_CHARACTER';

  it.each([
    ['C0 control character', '\u0007', CONTROL],
    ['DEL', '\u007f', CONTROL],
    ['C1 control character', '\u009d', CONTROL],
    ['bare CR', 'a\rb', CONTROL],
    ['U+FFFD already in the text', '\u{fffd}\u{fffd}', CONTROL],
    ['noncharacter', '\u{ffff}', CONTROL],
    ['ZWSP', '\u200b', INVISIBLE],
    ['ZWJ', '\u200d', INVISIBLE],
    ['NBSP', '\u00a0', INVISIBLE],
    ['narrow NBSP', '\u202f', INVISIBLE],
    ['soft hyphen', '\u00ad', INVISIBLE],
    ['U+2028', '\u2028', INVISIBLE],
    ['U+2029', '\u2029', INVISIBLE],
    ['bidi override', '\u202e', INVISIBLE],
    ['bidi isolate', '\u2066', INVISIBLE],
    ['BOM inside of the text', '\ufeff', INVISIBLE],
  ])('%s', (_, odd, code) => {
    const abstractZh = `甲${odd}乙`;
    const { entry, codes } = parseEntry({ abstractZh, abstract: `a${odd}b` });
    expect(entry.abstract).toEqual({ en: `a${odd}b`, zh: abstractZh });
    expect(codes).toEqual([code, code]);
  });

  it('an NBSP at the edge of a text is text too', () => {
    expect(parseEntry({ titleZh: '\u00a0甲\u00a0' }).entry.title.zh).toBe('\u00a0甲\u00a0');
  });

  it('NUL, which Postgres cannot hold, becomes U+FFFD', () => {
    const { entry, codes } = parseEntry({ abstract: 'a\0b', titleZh: '甲\0' });
    expect(entry.abstract.en).toBe('a\u{fffd}b');
    expect(entry.title.zh).toBe('甲\u{fffd}');
    expect(codes).toEqual([CONTROL, CONTROL]);
  });

  it('a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD', () => {
    expect(parseEntry({ abstractZh: '甲\ud83d乙' }).entry.abstract.zh).toBe('甲\u{fffd}乙');
  });

  it('CR LF inside ZH text of an LF file is kept and reported at its place', () => {
    const { entries, diagnostics } = parseBlocks(BEFORE + printBlock({ abstractZh: '第一行。\r\n第二行。' }));
    expect(entries[1]?.abstract.zh).toBe('第一行。\r\n第二行。');
    expect(diagnostics).toEqual([
      {
        code: CONTROL,
        severity: 'warning',
        line: 24,
        column: '**Abstract (ZH)**: 第一行。'.length + 1,
        field: 'abstract-zh',
        message: '**Abstract (ZH)**: holds U+000D',
      },
    ]);
  });

  it('a file whose every line ends with CR LF is a checkout: same entries, same hashes, no report', () => {
    const text = BEFORE + printBlock({ abstract: 'One.\n\nTwo.', abstractZh: '一。\n\n二。' }) + AFTER;
    const windows = parseBlocks(text.replaceAll('\n', '\r\n'));
    expect(windows).toEqual(parseBlocks(text));
    expect(windows.diagnostics).toEqual([]);
  });

  it('reports each kind once a field, counted, at the first of them', () => {
    const { diagnostics } = parseBlocks(printBlock({ abstract: 'a\u{fffd}b\u00a0c\nd\u{fffd}\u0001e\u200b' }));
    expect(diagnostics.map(({ code, line, column, message }) => ({ code, line, column, message }))).toEqual([
      { code: CONTROL, line: 9, column: 16, message: '**Abstract**: holds U+FFFD ×2, U+0001' },
      { code: INVISIBLE, line: 9, column: 18, message: '**Abstract**: holds U+00A0, U+200B' },
    ]);
  });
});
