import { indexerMigrations } from '@diglot/indexer';
import { parserMigrations } from '@diglot/parser';
import { pipelineMigrations } from '@diglot/pipeline';
import { watcherMigrations } from '@diglot/watcher';
import { paper, paperList, type PaperList } from '../contract/papers.schema.ts';
import { expectConform } from '../testing/expect-conform.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { seedPapers } from '../testing/seed.ts';

const HOSTILE = '<script>alert(1)</script> "; DROP TABLE indexer.papers; -- \u202e';

describe('/api/papers', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi([...pipelineMigrations, ...watcherMigrations, ...parserMigrations, ...indexerMigrations]);
    await seedPapers(api.database, [
      {
        id: '2503.00001',
        title: 'Retrieval augmented generation',
        zh: '检索增强生成',
        verdict: 'accept',
        abstractVerdict: 'accept',
        abstractZh: '我们研究大语言模型。',
      },
      {
        id: '2503.00002',
        title: 'A title as an abstract',
        zh: '以标题为摘要',
        verdict: 'accept',
        abstractZh: '标题',
        abstractVerdict: 'retranslate',
      },
      {
        id: '2503.00003',
        title: 'Robots that plan',
        zh: '会规划的机器人',
        verdict: 'flag',
        date: '2025-03-05',
        source: 'other',
      },
      { id: '2503.00004', title: 'English only', date: '2025-03-03', authors: ['Grace Hopper', 'Alan Turing'] },
      { id: 'hep-th/9901001', title: 'An old paper', date: null },
      {
        id: '2503.00005',
        title: HOSTILE,
        zh: '<img src=x onerror=alert(1)>',
        verdict: 'accept',
        link: 'javascript:alert(1)',
      },
    ]);
  });
  afterAll(() => api.close());

  async function list(query: string): Promise<PaperList> {
    return expectConform(await api.request(`/api/papers${query}`), paperList);
  }
  const ids = async (query: string): Promise<string[]> => (await list(query)).items.map(({ arxivId }) => arxivId);

  it('lists papers, the newest first, those without a day last', async () => {
    expect(await ids('')).toEqual([
      '2503.00003',
      '2503.00005',
      '2503.00002',
      '2503.00001',
      '2503.00004',
      'hep-th/9901001',
    ]);
  });

  it.each(['', '&q=abstract', '&verdict=unverified'])('gives every paper once, page by page%s', async (filter) => {
    const whole = await ids(`?limit=200${filter}`);
    const paged: string[] = [];
    let next: string | null = null;
    do {
      const page: PaperList = await list(`?limit=1${filter}${next === null ? '' : `&cursor=${next}`}`);
      paged.push(...page.items.map(({ arxivId }) => arxivId));
      next = page.next;
    } while (next !== null);
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(1);
  });

  it.each([
    ['generation', ['2503.00001']],
    ['generating', ['2503.00001']],
    ['"augmented generation"', ['2503.00001']],
    ['"generation augmented"', []],
    ['检索增强', ['2503.00001']],
    ['语言模型', ['2503.00001']],
    ['器', ['2503.00003']],
    ['retrieval 检索', ['2503.00001']],
    ['retrieval 机器人', []],
    ['hopper', ['2503.00004']],
    ['arXiv:2503.00002v3', ['2503.00002']],
    ['hep-th/9901001', ['hep-th/9901001']],
    ['2503.00002 robots', []],
    ['!!!', []],
    ['DROP TABLE', ['2503.00005']],
  ])('finds %s', async (q, expected) => {
    expect(await ids(`?q=${encodeURIComponent(q)}`)).toEqual(expected);
  });

  it.each([
    ['?verdict=accept', ['2503.00005', '2503.00001']],
    ['?verdict=flag', ['2503.00003']],
    ['?verdict=retranslate', ['2503.00002']],
    ['?verdict=unverified', ['2503.00004', 'hep-th/9901001']],
    ['?source=other', ['2503.00003']],
    ['?source=oth', []],
    ['?date=2025-03-03', ['2503.00004']],
    ['?q=a&verdict=retranslate&source=examples&date=2025-03-04', ['2503.00002']],
  ])('filters by %s', async (query, expected) => {
    expect(await ids(query)).toEqual(expected);
  });

  it('says where the query matches', async () => {
    const { items } = await list(`?q=${encodeURIComponent('generation 检索')}`);
    expect(items[0]?.matches).toEqual({ title: { en: [[20, 30]], zh: [[0, 2]] } });
  });

  it('counts issues and tells verdicts and states of both texts', async () => {
    const { items } = await list('?verdict=retranslate');
    expect(items[0]).toMatchObject({
      title: { en: 'A title as an abstract', zh: '以标题为摘要' },
      verdict: { title: 'accept', abstract: 'retranslate' },
      status: { title: 'accepted', abstract: 'needs-review' },
      issueCounts: { critical: 1, major: 0, minor: 0, neutral: 0 },
      newestDate: '2025-03-04',
    });
  });

  it('shows one paper with its issues and where it is printed', async () => {
    const shown = expectConform(await api.request('/api/papers/2503.00002'), paper);
    expect(shown).toMatchObject({
      arxivId: '2503.00002',
      abstract: { en: 'An abstract.', zh: '标题' },
      verdict: { title: 'accept', abstract: 'retranslate' },
      issues: [{ field: 'abstract', code: 'title-as-abstract', severity: 'critical' }],
      url: 'https://arxiv.org/abs/2503.00002',
      occurrences: [{ source: 'examples', path: '4-Mar-2025/AI/README.md', line: 17, date: '2025-03-04', ordinal: 1 }],
      matches: null,
    });
  });

  it.each(['/api/papers/hep-th/9901001', '/api/papers/hep-th%2F9901001', '/api/papers/arXiv:hep-th/9901001v2'])(
    'knows the old identifier of %s',
    async (url) => {
      const response = await api.request(url);
      expect(response.statusCode).toBe(200);
      expect(response.json()).toMatchObject({ arxivId: 'hep-th/9901001', newestDate: null });
    },
  );

  it.each(['/api/papers/2503.99999', '/api/papers/nonsense', '/api/papers/', '/api/papers/..%2F..%2Fetc'])(
    'does not know %s',
    async (url) => {
      const response = await api.request(url);
      expect(response.statusCode).toBe(404);
      expect(response.json()).toMatchObject({ error: { code: 'DIGLOT_NOT_FOUND' } });
    },
  );

  it('hands hostile text through as it is, as JSON', async () => {
    const response = await api.request('/api/papers/2503.00005');
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(response.json()).toMatchObject({ title: { en: HOSTILE }, url: 'https://arxiv.org/abs/2503.00005' });
  });

  it.each([
    ['?verdict=bad', 'verdict'],
    ['?limit=0', 'limit'],
    ['?date=0000-01-01', 'date'], // PostgreSQL has no year 0
    ['?limit=many', 'limit'],
    ['?limit=1000', 'limit'],
    ['?date=yesterday', 'date'],
    ['?date=2025-02-30', 'date'],
    ['?order=asc', 'order'],
    ['?q=a&q=b', 'q'],
    [`?q=${'x'.repeat(501)}`, 'q'],
    ['?cursor=!!!', 'cursor'],
    ['?cursor=bm9uc2Vuc2U', 'cursor'],
    [`?cursor=${Buffer.from('["x","y"]').toString('base64url')}`, 'cursor'],
    [`?cursor=${Buffer.from('["2025-01-01","a\\u0000"]').toString('base64url')}`, 'cursor'],
    ['?source=a%00b', 'source'],
    ['?__proto__=x', '__proto__'],
  ])('refuses %s and names the field', async (query, field) => {
    const response = await api.request(`/api/papers${query}`);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ error: { code: 'DIGLOT_REQUEST_INVALID', field } });
  });

  it.each(['\u0000', '%_\\', "'; --", '{1,2}', '\ud800', '𝒳', '"'.repeat(400), '(((('])(
    'takes %j as a query',
    async (q) => {
      const response = await api.request({ url: '/api/papers', query: { q } });
      expect(response.statusCode).toBe(200);
    },
  );
});
