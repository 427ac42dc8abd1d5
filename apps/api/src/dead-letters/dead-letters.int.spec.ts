import { randomUUID } from 'node:crypto';
import { indexerMigrations } from '@diglot/indexer';
import { parserMigrations } from '@diglot/parser';
import { pipelineMigrations } from '@diglot/pipeline';
import { watcherMigrations } from '@diglot/watcher';
import { receiptsResult } from '../contract/commands.schema.ts';
import { deadLetterList, type DeadLetterList } from '../contract/dead-letters.schema.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { expectConform } from '../testing/expect-conform.ts';

const LETTER = `
  INSERT INTO pipeline.inbox (consumer, event_id, status, attempt, topic, partition, "offset", key, headers, payload,
    payload_sha256, error_code, error_detail, updated_at)
  VALUES ($1, $2, $3, 2, $4, 0, '1:1', $5, '{}', 'bytes', '', $6, $7, now() - make_interval(secs => $8))`;

describe('/api/dead-letters', () => {
  let api: ApiUnderTest;
  const ids = Array.from({ length: 5 }, () => randomUUID());

  beforeAll(async () => {
    api = await startApi([...pipelineMigrations, ...watcherMigrations, ...parserMigrations, ...indexerMigrations]);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.database.run('TRUNCATE pipeline.inbox, pipeline.commands');
    const digest = 'arxiv.digest.discovered.v1';
    const rows = [
      [
        'diglot.parser',
        ids[0],
        'dead',
        digest,
        'examples\na.md',
        'DIGLOT_DIGEST_BINARY',
        'DIGLOT_DIGEST_BINARY: bytes',
        10,
      ],
      [
        'diglot.parser',
        ids[1],
        'dead',
        digest,
        'examples\nb.md',
        'DIGLOT_DIGEST_ENCODING',
        'DIGLOT_DIGEST_ENCODING: examples/b.md:7:3: a byte',
        20,
      ],
      [
        'diglot.search',
        ids[2],
        'dead',
        'arxiv.paper.state.v1',
        '2503.01715',
        'DIGLOT_BUG',
        'DIGLOT_BUG: <b>oh</b>\n    at x (y.js:1:2)',
        30,
      ],
      ['diglot.search', ids[3], 'retrying', 'arxiv.paper.state.v1', '2503.01716', 'DIGLOT_TIMEOUT', 'x', 40],
      ['diglot.search', ids[4], 'done', 'arxiv.paper.state.v1', '2503.01717', null, null, 50],
    ];
    for (const row of rows) await api.database.run(LETTER, row);
  });

  const list = async (query = ''): Promise<DeadLetterList> =>
    expectConform(await api.request(`/api/dead-letters${query}`), deadLetterList);
  const redrive = (payload: object): ReturnType<ApiUnderTest['request']> =>
    api.request({
      method: 'POST',
      url: '/api/dead-letters/redrive',
      headers: { authorization: `Bearer ${api.token}` },
      payload,
    });
  const audit = (): Promise<object[]> =>
    api.database.rows('SELECT actor, command, reason, affected FROM pipeline.commands ORDER BY id');

  it('lists what died, the latest first, with the place it speaks of', async () => {
    const { items, groups, next } = await list();
    expect(items.map(({ eventId, file, line }) => [eventId, file, line])).toEqual([
      [ids[0], 'examples/a.md', null],
      [ids[1], 'examples/b.md', 7],
      [ids[2], null, null],
    ]);
    expect(groups.map(({ code, consumer, count }) => [code, consumer, count])).toEqual([
      ['DIGLOT_BUG', 'diglot.search', 1],
      ['DIGLOT_DIGEST_BINARY', 'diglot.parser', 1],
      ['DIGLOT_DIGEST_ENCODING', 'diglot.parser', 1],
    ]);
    expect(next).toBeNull();
  });

  it('is grouped by what the words leave of it', async () => {
    const { groups, items } = await list('?q=b.md');
    expect(groups.map(({ code, count }) => [code, count])).toEqual([['DIGLOT_DIGEST_ENCODING', 1]]);
    expect(items).toHaveLength(1);
    expect(await list('?q=zzzz')).toMatchObject({ groups: [], items: [] });
    expect((await api.request('/api/retries?q=01716')).json()).toMatchObject({ groups: [{ count: 1 }] });
    expect((await api.request('/api/retries?q=01715')).json()).toMatchObject({ groups: [], items: [] });
  });

  it('gives every one once, page by page', async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page: DeadLetterList = await list(`?limit=1${next === null ? '' : `&cursor=${next}`}`);
      seen.push(...page.items.map(({ eventId }) => eventId));
      next = page.next;
    } while (next !== null);
    expect(seen).toEqual(ids.slice(0, 3));
  });

  it('filters by code and consumer', async () => {
    expect((await list('?code=DIGLOT_BUG')).items.map(({ eventId }) => eventId)).toEqual([ids[2]]);
    expect((await list('?consumer=diglot.parser')).items).toHaveLength(2);
    expect((await list('?consumer=nobody')).items).toEqual([]);
  });

  it.each([
    [{ all: true }, 3],
    [{ code: 'DIGLOT_BUG' }, 1],
    [{ consumer: 'diglot.parser' }, 2],
    [{ eventIds: ids }, 3],
    [{ eventIds: [ids[0]], consumer: 'diglot.search' }, 0],
  ])('counts what a redrive of %j would touch, and touches nothing', async (filter, count) => {
    const response = await redrive({ ...filter, dryRun: true, reason: 'to see' });
    expect(expectConform(response, receiptsResult)).toEqual({ dryRun: true, count });
    expect((await list()).items).toHaveLength(3);
    expect(await audit()).toEqual([]);
  });

  it('puts dead letters back to work, and says in the audit who asked and why', async () => {
    const response = await redrive({ code: 'DIGLOT_DIGEST_ENCODING', reason: 'the file is mended' });
    expect(expectConform(response, receiptsResult)).toEqual({ dryRun: false, count: 1 });
    const [row] = await api.database.rows<object>(
      'SELECT status, attempt, redrives FROM pipeline.inbox WHERE event_id = $1',
      [ids[1]],
    );
    expect(row).toEqual({ status: 'retrying', attempt: 0, redrives: 1 });
    expect((await list()).items.map(({ eventId }) => eventId)).toEqual([ids[0], ids[2]]);
    expect(await audit()).toEqual([
      { actor: 'api, from 127.0.0.1', command: 'redrive', reason: 'the file is mended', affected: 1 },
    ]);
  });

  it('refuses an unknown code and a cursor of another list', async () => {
    for (const query of ['?code=bug', '?cursor=WyIyMDI1LTAxLTAxIiwiYSJd', '?eventId=x']) {
      expect((await api.request(`/api/dead-letters${query}`)).statusCode).toBe(400);
    }
  });
});
