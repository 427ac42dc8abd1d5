import { dayList, type DayList } from '../contract/days.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { digestBlock } from '../testing/digest-text.ts';
import { expectConform } from '../testing/expect-conform.ts';
import { discoverDigest, runStages, stageMigrations, stageReaders } from '../testing/real-stages.ts';

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

  it('can be narrowed further by whatever narrows papers', async () => {
    expect(await listed('printed=2025-03-04&source=friends&q=robots')).toEqual(['2503.00001', '2503.00003']);
    expect(await listed('printed=2025-03-04&to=2025-03-05')).toEqual(['2503.00001', '2503.00003']);
    const counted = await api.request('/api/facets?printed=2025-03-04&q=robots');
    expect(counted.json()).toMatchObject({ count: 3 });
  });
});
