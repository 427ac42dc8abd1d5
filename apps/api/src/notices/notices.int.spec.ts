import { pipelineMigrations } from '@diglot/pipeline';
import { indexerMigrations } from '@diglot/indexer';
import { parserMigrations } from '@diglot/parser';
import { translatorMigrations } from '@diglot/translator';
import { watcherMigrations } from '@diglot/watcher';
import { noticeList, type NoticeList } from '../contract/notices.schema.ts';
import { statusBody } from '../contract/status.schema.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { expectConform } from '../testing/expect-conform.ts';

const INSERT = `
  INSERT INTO parser.notices (source, kind, about, since, until, retracted, figures, details, revision, event_id, noticed_at)
  VALUES ($1, $2, '', $3, NULL, $4, '{"days": 3}', '["a case"]', 2, gen_random_uuid(), $5)`;

describe('/api/notices', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    const migrations = [pipelineMigrations, watcherMigrations, parserMigrations, translatorMigrations];
    api = await startApi([...migrations.flat(), ...indexerMigrations]);
    const notices: readonly (readonly unknown[])[] = [
      ['lab', 'days-missing', '2025-06-10', false, '2025-06-12T00:00:00.000001Z'],
      ['lab', 'days-missing', '2025-06-20', false, '2025-06-22T00:00:00.000002Z'],
      ['lab', 'chinese-vanished', '2025-06-11', true, '2025-06-13T00:00:00Z'],
      ['other', 'index-differs', null, false, '2025-06-11T00:00:00Z'],
    ];
    for (const notice of notices) await api.database.run(INSERT, notice);
    await api.database.run(
      `INSERT INTO watcher.sources (name, location, configured) VALUES ('lab', '/srv/lab', true), ('left', '/srv/left', false)`,
    );
    await api.database.run(INSERT, ['left', 'days-missing', '2025-06-30', false, '2025-07-02T00:00:00Z']);
  });
  afterAll(() => api.close());

  async function list(query: Record<string, string> = {}): Promise<NoticeList> {
    return expectConform(await api.request({ url: '/api/notices', query }), noticeList);
  }

  it('lists what holds, what was noticed last first, with what it means and its figures', async () => {
    const { items, kinds, next } = await list();
    expect(items.map(({ source, kind, since }) => `${source} ${kind} ${since}`)).toEqual([
      'lab days-missing 2025-06-20',
      'lab days-missing 2025-06-10',
      'other index-differs null',
    ]);
    expect(items[0]).toMatchObject({
      figures: { days: 3 },
      details: ['a case'],
      until: null,
      retracted: false,
      revision: 2,
    });
    expect(items[0]?.meaning).toContain('No digest came');
    expect(kinds).toEqual([
      { kind: 'days-missing', count: 2 },
      { kind: 'index-differs', count: 1 },
    ]);
    expect(next).toBeNull();
  });

  it('lists what was retracted too, if asked', async () => {
    const { items } = await list({ state: 'all', source: 'lab' });
    expect(items.map(({ kind, retracted }) => [kind, retracted])).toEqual([
      ['days-missing', false],
      ['chinese-vanished', true],
      ['days-missing', false],
    ]);
  });

  it('of a source that is configured no more, shows them only to who asks for all', async () => {
    expect((await list({ source: 'left' })).items).toEqual([]);
    const { items, kinds } = await list({ source: 'left', state: 'all' });
    expect(items).toMatchObject([{ source: 'left', since: '2025-06-30', retracted: false }]);
    expect(kinds.find(({ kind }) => kind === 'days-missing')).toMatchObject({ count: 2 });
  });

  it('lists one kind, and goes on where a page ended', async () => {
    const first = await list({ kind: 'days-missing', limit: '1' });
    const second = await list({ kind: 'days-missing', limit: '1', cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ since }) => since)).toEqual(['2025-06-20', '2025-06-10']);
    expect(second.next).toBeNull();
  });

  it('refuses an unknown kind', async () => {
    expect((await api.request('/api/notices?kind=rumour')).statusCode).toBe(400);
  });

  it('the status counts what holds, and shows what was noticed last', async () => {
    const { notices } = expectConform(await api.request('/api/status'), statusBody);
    expect(notices.count).toBe(3);
    expect(notices.latest.map(({ since }) => since)).toEqual(['2025-06-20', '2025-06-10', null]);
  });
});
