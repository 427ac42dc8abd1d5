import { sha256 } from '@diglot/domain';
import { indexerMigrations } from '@diglot/indexer';
import { parserMigrations } from '@diglot/parser';
import { pipelineMigrations } from '@diglot/pipeline';
import { translatorMigrations } from '@diglot/translator';
import { watcherMigrations } from '@diglot/watcher';
import { UPLOAD_LIMIT } from '../contract/uploads.schema.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';

let api: ApiUnderTest;

beforeAll(async () => {
  const services = [...watcherMigrations, ...parserMigrations, ...translatorMigrations, ...indexerMigrations];
  api = await startApi([...pipelineMigrations, ...services]);
});
afterAll(() => api.close());

interface Upload {
  query?: Record<string, string>;
  bytes?: string | Buffer;
  token?: string | null;
  type?: string;
}

async function upload({ query = {}, bytes = 'A', token = api.token, type = 'application/octet-stream' }: Upload = {}) {
  const search = new URLSearchParams({ source: 'mine', path: 'a.md', ...query });
  return api.request({
    method: 'POST',
    url: `/api/digests?${search}`,
    headers: { 'content-type': type, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    payload: bytes,
  });
}

async function forget(source: string) {
  return api.request({
    method: 'POST',
    url: '/api/sources/forget',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${api.token}` },
    payload: JSON.stringify({ source, reason: 'a test' }),
  });
}

const waiting = () =>
  api.database.rows(`SELECT source, path, encode(sha256, 'hex') AS sha256 FROM watcher.uploads ORDER BY id`);
const audit = () => api.database.rows(`SELECT command, detail, affected FROM pipeline.commands ORDER BY id`);

beforeEach(async () => {
  await api.database.run('TRUNCATE watcher.uploads, pipeline.commands');
});

test('bytes are handed over as they are, with their audit', async () => {
  const bytes = Buffer.from([0xff, 0x00, 0x0a]);
  const response = await upload({ bytes });
  const hash = sha256(bytes);
  expect(response.json()).toEqual({ outcome: 'new', sha256: hash, size: 3 });
  expect(await waiting()).toEqual([{ source: 'mine', path: 'a.md', sha256: hash }]);
  const detail = JSON.stringify({ source: 'mine', path: 'a.md', sha256: hash, size: 3 });
  expect(await audit()).toEqual([{ command: 'upload', detail, affected: 1 }]);
});

test('the same bytes again are nothing, and leave no audit; others are a change', async () => {
  const outcomes = [];
  for (const bytes of ['A', 'A', 'B']) outcomes.push((await upload({ bytes })).json<{ outcome: string }>().outcome);
  expect(outcomes).toEqual(['new', 'unchanged', 'changed']);
  expect(await waiting()).toHaveLength(2);
  expect(await audit()).toHaveLength(2);
});

test('an empty file is a digest too', async () => {
  expect((await upload({ bytes: '' })).json()).toMatchObject({ outcome: 'new', size: 0 });
});

test('64 MiB are taken, and not a byte more', async () => {
  const bytes = Buffer.alloc(UPLOAD_LIMIT + 1, 'x');
  expect((await upload({ bytes })).statusCode).toBe(413);
  expect((await upload({ bytes: bytes.subarray(1) })).json()).toMatchObject({ size: UPLOAD_LIMIT });
});

test.each([null, 'wrong'])('with the token %j nothing is read, and the refusal stands in the audit', async (token) => {
  const response = await upload({ token, bytes: Buffer.alloc(2 * 1024 * 1024) });
  expect([401, 403]).toContain(response.statusCode);
  expect(response.json()).toMatchObject({ error: { code: 'DIGLOT_TOKEN_REQUIRED' } });
  expect(await waiting()).toEqual([]);
  expect(await audit()).toHaveLength(1);
});

test.each([
  [{ path: '../a.md' }, 'path'],
  [{ path: '/etc/passwd' }, 'path'],
  [{ path: 'a//b.md' }, 'path'],
  [{ path: 'a\nb.md' }, 'path'],
  [{ path: 'x'.repeat(2001) }, 'path'],
  [{ path: '' }, 'path'],
  [{ source: 'a\tb' }, 'source'],
  [{ source: ' ' }, 'source'],
  [{ sauce: 'x' }, 'sauce'],
])('%j is refused', async (query, field) => {
  const response = await upload({ query: query as Record<string, string> });
  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ error: { code: 'DIGLOT_REQUEST_INVALID', field } });
});

test('a body that is no bytes is refused', async () => {
  expect((await upload({ type: 'application/json', bytes: '{}' })).statusCode).toBe(400);
});

describe('a source that is watched', () => {
  beforeAll(async () => {
    await api.database.run(`INSERT INTO watcher.sources (name, location) VALUES ('watched', '/somewhere')`);
  });

  test('takes no uploads and is not forgotten', async () => {
    for (const response of [await upload({ query: { source: 'watched' } }), await forget('watched')]) {
      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({ error: { code: 'DIGLOT_SOURCE_CONFIGURED' } });
    }
    expect(await audit()).toEqual([]);
  });

  test('is forgotten once it is not watched any more', async () => {
    await api.database.run(`UPDATE watcher.sources SET configured = false WHERE name = 'watched'`);
    expect((await forget('watched')).json()).toEqual({ digests: 0 });
    expect(await audit()).toEqual([{ command: 'forget', detail: '{"source":"watched"}', affected: 0 }]);
    expect(await api.database.rows('SELECT kind, source FROM watcher.request_view')).toEqual([
      { kind: 'forget', source: 'watched' },
    ]);
  });
});

test('nobody cannot be forgotten', async () => {
  expect((await forget('nobody')).statusCode).toBe(404);
});
