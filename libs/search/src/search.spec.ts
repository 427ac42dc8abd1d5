import fc from 'fast-check';
import { findMatches } from './find-matches.ts';
import { parseQuery } from './parse-query.ts';
import { searchDocument, searchTerms, type SearchDocument } from './search-document.ts';
import { tokenize } from './tokenize.ts';

/** What a database does with a document and a query. */
function matches({ terms, body }: SearchDocument, query: string): boolean {
  const { clauses, isEmpty } = parseQuery(query);
  const held = new Set(terms);
  return !isEmpty && clauses.every((each) => each.terms.every((term) => held.has(term)) && body.includes(each.needle));
}

const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((point) => String.fromCodePoint(point));
const chinese = fc.array(han, { minLength: 1, maxLength: 12 }).map((characters) => characters.join(''));
const latin = fc.stringMatching(/^[A-Za-z]{1,12}$/);
const mixed = fc
  .array(fc.oneof(latin, chinese, fc.constantFrom(' ', ', ', '，', '-', '\n', '$\\alpha$')), { maxLength: 30 })
  .map((parts) => parts.join(' '));

describe('tokenize', () => {
  it('stems words, keeps runs of Chinese, and says where each stands', () => {
    const text = 'Retrieving 检索增强 for GPT-4';
    expect(tokenize(text)).toEqual([
      { kind: 'word', text: 'retriev', span: [0, 10] },
      { kind: 'han', text: '检索增强', span: [11, 15] },
      { kind: 'word', text: 'for', span: [16, 19] },
      { kind: 'word', text: 'gpt', span: [20, 23] },
      { kind: 'word', text: '4', span: [24, 25] },
    ]);
  });

  it.each([
    ['Schrödinger', 'Schrodinger'],
    ['ＲＡＧ', 'rag'],
    ['eﬃcient', 'EFFICIENT'],
    ['networks', 'Network'],
  ])('takes %s for %s', (a, b) => {
    expect(tokenize(a)[0]?.text).toBe(tokenize(b)[0]?.text);
  });

  it('takes any text, and its spans are those of words in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { span } of tokenize(text)) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(text.slice(...span)).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        }
      }),
    );
  });

  it('is done with a megabyte of one word, and of one run', () => {
    expect(tokenize('y'.repeat(1_000_000))).toHaveLength(1);
    expect(searchTerms('检索'.repeat(500_000))).toHaveLength(2);
  });
});

describe('searchTerms', () => {
  it('gives distinct, ascending safe integers, the same for the same text', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const terms = searchTerms(text);
        expect(terms).toEqual([...new Set(terms)].toSorted((a, b) => a - b));
        expect(terms.every(Number.isSafeInteger)).toBe(true);
        expect(searchTerms(text)).toEqual(terms);
      }),
    );
  });

  it('never changes what it says: a stored index must stay true', () => {
    expect(searchTerms('Large language models 大语言模型')).toMatchInlineSnapshot(`
      [
        -4493908960110424,
        -4430202066291448,
        -3864996360280832,
        -2808628799382152,
        -2711861292557814,
        -2433811978893682,
        -2426739952142538,
        -2157682760555553,
        -2105896855836178,
        -2065500730043510,
        -288801409666253,
        -99920371896200,
        93568493,
        235964811,
        503323681,
        519486464,
      ]
    `);
  });

  it('gives different bigrams of common characters different terms', () => {
    fc.assert(
      fc.property(fc.tuple(han, han), fc.tuple(han, han), ([a, b], [c, d]) => {
        fc.pre(a + b !== c + d);
        expect(searchTerms(a + b)).not.toEqual(searchTerms(c + d));
      }),
    );
  });
});

describe('parseQuery', () => {
  it('tells ids, words, Chinese and phrases apart', () => {
    const query = parseQuery('arXiv: 2503.01715v2 hep-th/9901001 “retrieval augmented” 检索 x');
    expect(query.ids).toEqual(['2503.01715', 'hep-th/9901001']);
    expect(query.clauses.map(({ needle, exact }) => [needle, exact])).toEqual([
      [' retriev augment ', true],
      ['检索', true],
      [' x ', true],
    ]);
  });

  it.each(['', '   ', '!!!', '""', '"', '，。'])('finds nothing to look for in %j', (text) => {
    expect(parseQuery(text).isEmpty).toBe(true);
  });

  it('answers a single Chinese character from the text, or by its term where few texts hold it', () => {
    expect(parseQuery('的').clauses[0]).toMatchObject({ terms: [], needle: '的', exact: false });
    const [rare] = parseQuery('犀').clauses;
    expect(rare).toMatchObject({ needle: '犀', exact: true });
    expect(rare?.terms).toHaveLength(1);
  });

  it.each(['"language models"', '"large language models"', '大语言模型', '强化学习', '模型', 'model'])(
    'proves %s by one term',
    (text) => {
      const [clause] = parseQuery(text).clauses;
      expect(clause?.exact).toBe(true);
      expect(clause?.terms).toHaveLength(1);
    },
  );

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { clauses, ids, isEmpty } = parseQuery(text);
        expect(isEmpty).toBe(clauses.length + ids.length === 0);
      }),
    );
  });
});

describe('a document and a query', () => {
  const document = searchDocument([
    'Large Language Models for Robots',
    '面向机器人的大语言模型',
    'We study RAG-based planning, language by language.',
    '我们研究基于RAG的规划。',
    'Ada Lovelace',
  ]);

  it.each(['language model', 'LANGUAGE', '"language models"', 'robot 机器人', '大语言', '语言模型', '的', 'lovelace'])(
    '%s is found',
    (query) => {
      expect(matches(document, query)).toBe(true);
    },
  );

  it.each(['基于RAG', 'RAG-based', '"RAG的规划"', '"planning language"'])('%s, written together, is found', (query) => {
    expect(matches(document, query)).toBe(true);
  });

  it.each(['"model language"', '"robots we"', '模型语言', '模型我们', 'rob', '词', '!!!'])('%s is not', (query) => {
    expect(matches(document, query)).toBe(false);
  });

  it('finds every word and every Chinese substring of itself', () => {
    fc.assert(
      fc.property(mixed, fc.nat(), fc.nat(), fc.nat(), (text, a, b, c) => {
        const tokens = tokenize(text);
        const token = tokens[a % (tokens.length || 1)];
        fc.pre(token !== undefined);
        if (!token) return;
        const [from, to] = token.span;
        const start = token.kind === 'han' ? b % (to - from) : 0;
        const end = token.kind === 'han' ? start + 1 + (c % (to - from - start)) : to - from;
        const query = text.slice(from + start, from + end);
        expect(matches(searchDocument([text]), query)).toBe(true);
        expect(findMatches(text, parseQuery(query)).some(([x, y]) => x <= from + start && y >= from + end)).toBe(true);
      }),
    );
  });

  it('is decided by terms alone exactly where the query says so', () => {
    const words = [
      'large',
      'language',
      'models',
      'we',
      'propose',
      'a',
      'zebra',
      '大语言',
      '模型',
      '强化',
      '学习',
      '的',
      '犀',
      ' ',
      '，',
    ];
    const parts = fc.array(fc.constantFrom(...words), { maxLength: 25 });
    const text = fc.tuple(parts, fc.constantFrom('', ' ')).map(([list, glue]) => list.join(glue));
    const phrase = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
      .map((parts) => `"${parts.join(' ')}"`);
    fc.assert(
      fc.property(text, phrase, (given, query) => {
        const { terms, body } = searchDocument([given]);
        const held = new Set(terms);
        for (const clause of parseQuery(query).clauses) {
          const isPromised = clause.terms.every((term) => held.has(term));
          const isThere = body.includes(clause.needle);
          expect(isPromised || !isThere).toBe(true);
          expect(isThere || !isPromised || !clause.exact).toBe(true);
        }
      }),
    );
  });

  it('agrees with plain substring search about Chinese', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('模', '型', '语', '言', '，', ' a '), { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        for (const query of ['模型', '语言模型', '型语', '模型模型']) {
          expect(matches(searchDocument([text]), query)).toBe(text.includes(query));
        }
      }),
    );
  });
});

describe('findMatches', () => {
  it.each([
    ['Language models and 语言模型', 'language 模型', ['Language', '模型']],
    ['基于RAG的规划', '基于RAG的', ['基于RAG的']],
    ['a language model, modelling', '"language models"', ['language model']],
    ['模型模型', '模型', ['模型模型']],
    ['nothing here', '模型', []],
    ['Ｍｏｄｅｌ', 'model', ['Ｍｏｄｅｌ']],
  ])('in %s marks %s', (text, query, expected) => {
    expect(findMatches(text, parseQuery(query)).map(([from, to]) => text.slice(from, to))).toEqual(expected);
  });

  it('gives ascending spans that do not touch', () => {
    fc.assert(
      fc.property(mixed, mixed, (text, query) => {
        const spans = findMatches(text, parseQuery(query.slice(0, 40)));
        spans.forEach(([from, to], index) => {
          expect(to).toBeGreaterThan(from);
          expect(from).toBeGreaterThan(spans[index - 1]?.[1] ?? -1);
        });
      }),
    );
  });
});
