import { statePaperGone, stateFact, type DiglotEvent } from '@diglot/contracts';
import { foldPaper, sha256, type ArxivId, type CalendarDate, type PaperState } from '@diglot/domain';
import { parseQuery } from '@diglot/search';
import { testDatabase, type TestDatabase } from '@diglot/testing';
import { indexerMigrations } from './index.ts';
import { decideRows, toDocument } from './paper-state.decision.ts';
import { SearchRepository } from './search.repository.ts';

const PAPER = '2503.01715' as ArxivId;

function state(title: string, zh: string | null, arxivId = PAPER): PaperState {
  const text = {
    version: null,
    title: { en: title, zh },
    authors: ['Ada Lovelace'],
    link: '',
    abstract: { en: 'An abstract.', zh: null },
  };
  const digest = {
    subject: sha256(title),
    source: 's',
    path: 'p',
    date: '2025-03-04' as CalendarDate,
    category: 'AI',
    topic: null,
  };
  const folded = foldPaper(arxivId, [{ ...digest, text, title: null, abstract: null }]);
  if (!folded) throw new Error('a paper that is printed has a state');
  return folded;
}

describe('search on PostgreSQL', () => {
  let test: TestDatabase;
  const search = new SearchRepository();

  beforeAll(async () => {
    test = await testDatabase({ migrations: indexerMigrations });
  });
  afterAll(() => test.drop());
  beforeEach(async () => {
    await test.database.run('TRUNCATE indexer.search');
  });

  async function take(...events: readonly DiglotEvent<'paper.state'>[]): Promise<void> {
    const rows = decideRows(events.map((event) => ({ event, prepared: toDocument(event.data) })));
    await test.database.transaction((tx) => search.save(tx, rows));
  }

  async function find(text: string): Promise<string[]> {
    const { clauses } = parseQuery(text);
    const rows = await test.database.rows<{ id: string }>(
      `SELECT arxiv_id AS id FROM indexer.search_view
       WHERE terms @> $1::bigint[] AND (SELECT bool_and(strpos(body, needle) > 0) FROM unnest($2::text[]) AS needle)
       ORDER BY listed_date DESC, arxiv_id DESC`,
      [clauses.flatMap(({ terms }) => terms), clauses.map(({ needle }) => needle)],
    );
    return rows.map(({ id }) => id);
  }

  const at = (revision: number, data: PaperState): DiglotEvent<'paper.state'> =>
    stateFact('paper.state', { revision, data });

  it('finds a paper in both languages, by phrase and by author', async () => {
    await take(at(1, state('Retrieval augmented generation', '检索增强生成')));
    for (const query of ['generation', '"retrieval augmented"', '检索增强', '增', 'lovelace']) {
      expect(await find(query)).toEqual([PAPER]);
    }
    expect(await find('"augmented retrieval"')).toEqual([]);
    expect(await find('生成检索')).toEqual([]);
  });

  it('lets no older state take the place of a newer one, in one batch or in two', async () => {
    const [old, fresh] = [at(1, state('An old title', null)), at(2, state('A fresh title', null))];
    await take(fresh, old);
    expect(await find('fresh')).toEqual([PAPER]);
    await take(old);
    expect(await find('old')).toEqual([]);
  });

  it('forgets a paper that nobody prints, and knows it again later', async () => {
    await take(at(1, state('A title', null)));
    await take(statePaperGone(PAPER, 2));
    expect(await find('title')).toEqual([]);
    await take(at(1, state('A title', null)));
    expect(await find('title')).toEqual([]);
    await take(at(3, state('A title', null)));
    expect(await find('title')).toEqual([PAPER]);
  });

  it('takes a batch whose papers others hold in another order', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `2503.${String(index + 1).padStart(5, '0')}` as ArxivId);
    const events = ids.map((id) => at(1, state(`About ${id}`, '模型', id)));
    await Promise.all([take(...events), take(...events.toReversed()), take(...events)]);
    expect(await find('模型')).toHaveLength(ids.length);
  });

  it('takes any character a digest may hold', async () => {
    await take(at(1, state('𝒳 “quotes” {braces} \\back, 50% _x_ \u0007', '“引号”，{}')));
    expect(await find('x braces 引号')).toEqual([PAPER]);
  });
});
