import { randomUUID } from 'node:crypto';
import { indexerMigrations } from '@diglot/indexer';
import { parserMigrations } from '@diglot/parser';
import { pipelineMigrations } from '@diglot/pipeline';
import { translatorMigrations } from '@diglot/translator';
import { watcherMigrations } from '@diglot/watcher';
import { NO_LIMITS } from '../api.settings.ts';
import {
  auditList,
  receiptsResult,
  replayResult,
  reVerifyResult,
  timedWorkBody,
  type AuditList,
} from '../contract/commands.schema.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { expectConform } from '../testing/expect-conform.ts';

const MIGRATIONS = [
  ...pipelineMigrations,
  ...watcherMigrations,
  ...parserMigrations,
  ...translatorMigrations,
  ...indexerMigrations,
];

const RECEIPT = `
  INSERT INTO pipeline.inbox (consumer, event_id, status, attempt, topic, partition, "offset", key, headers, payload,
    payload_sha256, error_code, next_at)
  VALUES ('diglot.parser', $1, 'retrying', 2, 'arxiv.digest.discovered.v1', 0, '1', 'k', '{}', 'bytes', '', 'DIGLOT_TIMEOUT',
    now() + interval '1 hour')`;

let api: ApiUnderTest;
beforeAll(async () => {
  api = await startApi(MIGRATIONS);
  await api.database.run(`INSERT INTO watcher.sources (name, location) VALUES ('lab', '/lab'), ('old', '/old')`);
  await api.database.run(`INSERT INTO watcher.digests (sha256, size, bytes) VALUES (sha256('x'), 1, 'x')`);
  await api.database.run(
    `INSERT INTO watcher.placements (source, path, revision, sha256, size, date) VALUES
     ('lab', 'a.md', 3, sha256('x'), 1, '2025-03-04'), ('lab', 'b.md', 1, sha256('x'), 1, '2025-03-05'),
     ('lab', 'gone.md', 2, NULL, NULL, '2025-03-05'), ('old', 'c.md', 1, sha256('x'), 1, '2025-03-06')`,
  );
});
afterAll(() => api.close());
beforeEach(() => api.database.run('TRUNCATE pipeline.inbox, pipeline.outbox, pipeline.commands, watcher.replays'));

const give = (url: string, payload: object, token = api.token): ReturnType<ApiUnderTest['request']> =>
  api.request({ method: 'POST', url, headers: { authorization: `Bearer ${token}` }, payload });
const audit = async (query = ''): Promise<AuditList> =>
  expectConform(await api.request(`/api/audit${query}`), auditList);
const reason = 'a test';

describe('receipts', () => {
  const ids = [randomUUID(), randomUUID()];
  beforeEach(async () => {
    for (const id of ids) await api.database.run(RECEIPT, [id]);
  });

  it.each(['/api/dead-letters/give-up', '/api/retries/retry-now'])(
    '%s counts first, if it is asked to',
    async (url) => {
      const response = await give(url, { all: true, dryRun: true, reason });
      expect(expectConform(response, receiptsResult)).toEqual({ dryRun: true, count: 2 });
      expect((await audit()).items).toEqual([]);
    },
  );

  it('are given up: dead letters, with an audit', async () => {
    const response = await give('/api/dead-letters/give-up', { eventIds: [ids[0]], reason });
    expect(expectConform(response, receiptsResult)).toEqual({ dryRun: false, count: 1 });
    const rows = await api.database.rows('SELECT status, error_code FROM pipeline.inbox WHERE event_id = $1', [ids[0]]);
    expect(rows).toEqual([{ status: 'dead', error_code: 'DIGLOT_GIVEN_UP' }]);
    expect((await audit()).items).toMatchObject([{ command: 'give-up', outcome: 'done', reason, affected: 1 }]);
  });

  it('are retried now', async () => {
    const response = await give('/api/retries/retry-now', {
      consumer: 'diglot.parser',
      code: 'DIGLOT_TIMEOUT',
      reason,
    });
    expect(expectConform(response, receiptsResult)).toEqual({ dryRun: false, count: 2 });
    const rows = await api.database.rows('SELECT FROM pipeline.inbox WHERE next_at <= now()');
    expect(rows).toHaveLength(2);
  });
});

describe('a replay', () => {
  it.each([
    [{ from: '2025-03-05' }, 2],
    [{ from: '2025-03-05', source: 'lab' }, 1],
    [{ from: '2026-01-01' }, 0],
  ])('of %j would concern %i digests', async (filter, count) => {
    const response = await give('/api/replay', { ...filter, dryRun: true, reason });
    expect(expectConform(response, replayResult)).toEqual({ dryRun: true, count, replayId: null });
    expect(await api.database.rows('SELECT FROM watcher.replay_view')).toEqual([]);
  });

  it('is handed to the watcher together with its audit', async () => {
    const response = await give('/api/replay', { from: '2025-03-04', source: 'lab', reason });
    const { count, replayId } = expectConform(response, replayResult);
    expect(count).toBe(2);
    const { replays } = expectConform(await api.request('/api/timed-work'), timedWorkBody);
    expect(replays).toMatchObject([
      { replayId, from: '2025-03-04', source: 'lab', reason, announced: 0, remaining: 2, finishedAt: null },
    ]);
    const [entry] = (await audit()).items;
    expect(entry).toMatchObject({ command: 'replay', affected: 2, outcome: 'done' });
    expect(JSON.parse(entry?.detail ?? '')).toEqual({ from: '2025-03-04', source: 'lab', replayId });
  });

  it.each([{ from: '2025-02-30' }, { from: 'yesterday' }, {}, { from: '2025-03-04', to: '2025-03-05' }])(
    'of %j is refused',
    async (body) => {
      expect((await give('/api/replay', { ...body, reason })).statusCode).toBe(400);
    },
  );
});

it('a re-verification is handed to the translator together with its audit', async () => {
  const counted = expectConform(await give('/api/re-verify', { dryRun: true, reason }), reVerifyResult);
  expect(counted).toEqual({ dryRun: true, count: 0, generation: null });
  const { generation } = expectConform(await give('/api/re-verify', { reason }), reVerifyResult);
  const { reVerifications } = expectConform(await api.request('/api/timed-work'), timedWorkBody);
  expect(reVerifications).toMatchObject([{ generation, reason, judged: 0, finishedAt: null }]);
  expect((await audit()).items).toMatchObject([{ command: 're-verify', outcome: 'done' }]);
});

describe('the audit', () => {
  it('holds refused commands too: which, from where, and why', async () => {
    await give('/api/replay', { from: '2025-03-04', reason }, 'wrong');
    await api.request({ method: 'POST', url: '/api/dead-letters/redrive', payload: {} });
    const { items } = await audit();
    expect(items).toMatchObject([
      { command: 'redrive', outcome: 'refused', affected: 0, actor: 'api, from 127.0.0.1' },
      { command: 'replay', outcome: 'refused', affected: 0, actor: 'api, from 127.0.0.1' },
    ]);
    expect(items.map(({ detail }) => (JSON.parse(detail) as { refused: string }).refused)).toEqual([
      'it came without a token',
      'the token is wrong',
    ]);
    expect(JSON.stringify(items)).not.toContain('wrong"');
  });

  it('goes page by page', async () => {
    for (let number = 0; number < 3; number += 1)
      await give('/api/dead-letters/redrive', { all: true, reason: `${number}` });
    const first = await audit('?limit=2');
    expect(first.items.map((entry) => entry.reason)).toEqual(['2', '1']);
    const second = await audit(`?limit=2&cursor=${first.next}`);
    expect(second.items.map((entry) => entry.reason)).toEqual(['0']);
    expect(second.next).toBeNull();
    expect((await api.request('/api/audit?cursor=WyJ4Il0')).statusCode).toBe(400);
  });

  it('while the database is away, a refused command is a refused command', async () => {
    await api.proxy.refuse();
    expect((await give('/api/replay', { from: '2025-03-04', reason }, 'wrong')).statusCode).toBe(403);
    await api.proxy.restore();
  });
});

it('who gives too many commands is told when to go on; reading is free', async () => {
  const limited = await startApi(MIGRATIONS, [], { limits: { ...NO_LIMITS, commandsPerMinute: 2 } });
  const redrive = (remoteAddress: string): ReturnType<ApiUnderTest['request']> =>
    limited.request({
      method: 'POST',
      url: '/api/dead-letters/redrive',
      headers: { authorization: 'Bearer guess' },
      payload: {},
      remoteAddress,
    });
  expect([(await redrive('10.0.0.1')).statusCode, (await redrive('10.0.0.1')).statusCode]).toEqual([403, 403]);
  const refused = await redrive('10.0.0.1');
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.json()).toMatchObject({ error: { code: 'DIGLOT_TOO_MANY_COMMANDS' } });
  expect((await redrive('10.0.0.2')).statusCode).toBe(403);
  for (let time = 0; time < 5; time += 1) expect((await limited.request('/api/status')).statusCode).toBe(200);
  // What is over the limit is no longer written down.
  expect(await limited.database.rows('SELECT FROM pipeline.commands')).toHaveLength(3);
  await limited.close();
});

it('who has too many texts looked at is told when to go on, and can still give commands', async () => {
  const limited = await startApi(MIGRATIONS, [], {
    limits: { ...NO_LIMITS, commandsPerMinute: 2, verificationsPerMinute: 3 },
  });
  const post = (url: string, payload: object, token = limited.token): ReturnType<ApiUnderTest['request']> =>
    limited.request({ method: 'POST', url, headers: { authorization: `Bearer ${token}` }, payload });
  const verify = (token?: string) => post('/api/verify', { field: 'title', en: 'A title', zh: '标题' }, token);
  for (let time = 0; time < 3; time += 1) expect((await verify()).statusCode).toBe(200);
  const refused = await verify();
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.json()).toMatchObject({ error: { code: 'DIGLOT_TOO_MANY_VERIFICATIONS' } });
  expect((await post('/api/dead-letters/redrive', { all: true, reason: 'a test' })).statusCode).toBe(200);
  // A guess of the token counts as a command, of which this is the second.
  expect((await verify('guess')).statusCode).toBe(403);
  expect((await verify('guess')).json()).toMatchObject({ error: { code: 'DIGLOT_TOO_MANY_COMMANDS' } });
  await limited.close();
});
