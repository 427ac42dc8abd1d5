import { dayList, type DayList } from '../contract/days.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { sourceList } from '../contract/sources.schema.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { digestBlock } from '../testing/digest-text.ts';
import { expectConform } from '../testing/expect-conform.ts';
import { discoverDigest, runStages, stageMigrations, stageReaders } from '../testing/real-stages.ts';

const NOTICE = `
  INSERT INTO parser.notices (source, kind, about, since, until, retracted, figures, details, revision, event_id)
  VALUES ($1, $2, $3, $4, $5, $6, '{}', '[]', 1, gen_random_uuid())`;

const block = (number: number): string => digestBlock(`2503.0000${number}`, 'Robots that plan', '会规划的机器人');

describe('what came of a day', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi(stageMigrations, stageReaders);
    await api.database.run(`INSERT INTO watcher.sources (name, location) VALUES ('examples', '/a'), ('friends', '/b')`);
    // The first paper is printed by both sources, and again on a later day.
    for (const digest of [
      { path: '4-Mar-2025/AI/README.md', content: block(1) + block(2) },
      { path: '4-Mar-2025/RO/README.md', content: block(1) },
      { path: 'day-4.md', content: block(1) + block(3), source: 'friends' },
      { path: '5-Mar-2025/AI/README.md', content: block(1) + block(4), date: '2025-03-05' },
      { path: '6-Mar-2025/AI/README.md', content: block(2) + block(5), date: '2025-03-06' },
    ]) {
      await discoverDigest(api.database, digest);
    }
    await runStages(api.database, async () => (await api.request('/api/status')).json().inFlight === 0);
  });
  afterAll(() => api.close());

  const days = async (query = ''): Promise<DayList> => expectConform(await api.request(`/api/days${query}`), dayList);

  async function listed(query: string): Promise<string[]> {
    const { items } = expectConform(await api.request(`/api/papers?${query}`), ROUTES.papers.response);
    return items.map(({ arxivId }) => arxivId).toSorted();
  }

  it('is counted for each source, and for all of them each paper once', async () => {
    const { items, totals } = await days();
    expect(items.map(({ date, source, papers }) => [date, source, papers])).toEqual([
      ['2025-03-06', 'examples', 2],
      ['2025-03-05', 'examples', 2],
      ['2025-03-04', 'examples', 2],
      ['2025-03-04', 'friends', 2],
    ]);
    expect(totals).toEqual([
      { date: '2025-03-06', papers: 2 },
      { date: '2025-03-05', papers: 2 },
      { date: '2025-03-04', papers: 3 },
    ]);
    expect((await days('?source=friends')).totals).toEqual([{ date: '2025-03-04', papers: 2 }]);
  });

  it('is what the list of that day shows, also of papers that later days print again', async () => {
    for (const { date, papers } of (await days()).totals) {
      expect([date, (await listed(`printed=${date}`)).length]).toEqual([date, papers]);
    }
    expect(await listed('printed=2025-03-04')).toEqual(['2503.00001', '2503.00002', '2503.00003']);
    expect(await listed('date=2025-03-04')).toEqual(['2503.00003']);
  });

  it('says what the notices of missing days say, and nothing else', async () => {
    const notices: readonly (readonly unknown[])[] = [
      ['examples', 'days-missing', 'daily', '2025-03-06', '2025-03-10', false],
      ['friends', 'days-missing', 'weekly', '2025-03-05', '2025-03-05', false],
      ['friends', 'days-missing', '', '2025-03-11', null, false],
      ['friends', 'days-missing', '', '2025-03-12', '2025-03-12', true],
      ['friends', 'section-missing', 'AI', '2025-03-13', '2025-03-13', false],
      ['left', 'days-missing', '', '2025-03-14', null, false],
    ];
    await api.database.run(`INSERT INTO watcher.sources (name, location, configured) VALUES ('left', '/c', false)`);
    for (const notice of notices) await api.database.run(NOTICE, notice);
    const { items, silences } = await days();
    // 8 and 9 March are a weekend.
    expect(items.map(({ date, source, state, missing }) => [date, source, state, missing])).toEqual([
      ['2025-03-10', 'examples', 'missing', ['daily']],
      ['2025-03-07', 'examples', 'missing', ['daily']],
      ['2025-03-06', 'examples', 'partial', ['daily']],
      ['2025-03-05', 'examples', 'complete', []],
      ['2025-03-05', 'friends', 'missing', ['weekly']],
      ['2025-03-04', 'examples', 'complete', []],
      ['2025-03-04', 'friends', 'complete', []],
    ]);
    expect(silences).toEqual([{ source: 'friends', feed: '', since: '2025-03-11', until: expect.any(String) }]);
    const some = await days('?from=2025-03-07&to=2025-03-09');
    expect([some.items.map(({ date }) => date), some.silences]).toEqual([['2025-03-07'], []]);
    expect((await days('?source=examples')).silences).toEqual([]);
    const { items: sources } = expectConform(await api.request('/api/sources'), sourceList);
    expect(sources.map(({ name, silences: silent }) => [name, silent])).toEqual([
      ['examples', []],
      ['friends', [{ feed: '', since: '2025-03-11' }]],
      ['left', []],
    ]);
  });

  it('can be narrowed further by whatever narrows papers', async () => {
    expect(await listed('printed=2025-03-04&source=friends&q=robots')).toEqual(['2503.00001', '2503.00003']);
    expect(await listed('printed=2025-03-04&to=2025-03-05')).toEqual(['2503.00001', '2503.00003']);
    const counted = await api.request('/api/facets?printed=2025-03-04&q=robots');
    expect(counted.json()).toMatchObject({ count: 3 });
  });
});
