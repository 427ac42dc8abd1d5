import { randomBytes, randomUUID } from 'node:crypto';
import { sha256 } from '@diglot/domain';
import { indexerMigrations } from '@diglot/indexer';
import { parserMigrations } from '@diglot/parser';
import { pipelineMigrations } from '@diglot/pipeline';
import { watcherMigrations } from '@diglot/watcher';
import { digest, digestList, type DigestList } from '../contract/digests.schema.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { expectConform } from '../testing/expect-conform.ts';

const HOSTILE = Buffer.from('<script>alert(1)</script>\n');
const LARGE = randomBytes(2_500_000);

describe('/api/digests', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi([...pipelineMigrations, ...watcherMigrations, ...parserMigrations, ...indexerMigrations]);
    await api.database.run(
      `INSERT INTO watcher.sources (name, location) VALUES ('examples', '/srv/a'), ('other', '/srv/b')`,
    );
    await place('examples', 'new.md', Buffer.from('new'), '2025-03-05');
    await place('examples', 'parsed.md', HOSTILE, '2025-03-04');
    await place('examples', 'copy.md', HOSTILE, '2025-03-04');
    await place('examples', 'dead.md', Buffer.from('dead'), '2025-03-03');
    await place('other', 'large.md', LARGE, null);
    await place('other', 'gone.md', Buffer.from('gone'), null);
    await api.database.run(
      `UPDATE watcher.placements SET sha256 = NULL, size = NULL, revision = 2 WHERE path = 'gone.md'`,
    );
    await api.database.run(
      `INSERT INTO parser.placements (source, path, revision, sha256, kind, entries) VALUES ('examples', 'parsed.md', 1, $1, 'digest', 4)`,
      [Buffer.from(sha256(HOSTILE), 'hex')],
    );
    await api.database.run(
      `INSERT INTO parser.diagnostics (source, path, position, severity, code, line, "column", field, message)
       VALUES ('examples', 'parsed.md', 1, 'warning', 'DIGLOT_BLOCK_NO_AUTHORS', 9, 1, 'authors', 'second'),
         ('examples', 'parsed.md', 0, 'error', 'DIGLOT_BLOCK_NO_LINK', 3, 2, NULL, 'first')`,
    );
    await api.database.run(
      `INSERT INTO pipeline.inbox (consumer, event_id, status, topic, partition, "offset", key, payload_sha256)
       VALUES ('diglot.parser', $1, 'dead', 'arxiv.digest.discovered.v1', 0, '', E'examples\\ndead.md', '')`,
      [randomUUID()],
    );
  });
  afterAll(() => api.close());

  async function place(source: string, path: string, bytes: Buffer, date: string | null): Promise<void> {
    const hash = Buffer.from(sha256(bytes), 'hex');
    await api.database.run(
      `INSERT INTO watcher.digests (sha256, size, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [hash, bytes.length, bytes],
    );
    await api.database.run(
      `INSERT INTO watcher.placements (source, path, revision, sha256, size, date) VALUES ($1, $2, 1, $3, $4, $5)`,
      [source, path, hash, bytes.length, date],
    );
  }

  const list = async (query = ''): Promise<DigestList> =>
    expectConform(await api.request(`/api/digests${query}`), digestList);

  it('lists what lies where, the newest day first, with what became of it', async () => {
    const { items } = await list();
    expect(
      items.map(({ path, date, state, entries, diagnostics }) => [path, date, state, entries, diagnostics]),
    ).toEqual([
      ['new.md', '2025-03-05', 'waiting', 0, 0],
      ['parsed.md', '2025-03-04', 'parsed', 4, 2],
      ['copy.md', '2025-03-04', 'waiting', 0, 0],
      ['dead.md', '2025-03-03', 'failed', 0, 0],
      ['large.md', null, 'waiting', 0, 0],
    ]);
  });

  it.each([
    ['?source=other', ['large.md']],
    ['?state=failed', ['dead.md']],
    ['?state=parsed&source=other', []],
  ])('filters by %s', async (query, expected) => {
    expect((await list(query)).items.map(({ path }) => path)).toEqual(expected);
  });

  it('gives every one once, page by page', async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page: DigestList = await list(`?limit=2${next === null ? '' : `&cursor=${next}`}`);
      seen.push(...page.items.map(({ path }) => path));
      next = page.next;
    } while (next !== null);
    expect(seen).toEqual(['new.md', 'parsed.md', 'copy.md', 'dead.md', 'large.md']);
  });

  it('shows one digest with its places and what is wrong in it, in the order of the file', async () => {
    const shown = expectConform(await api.request(`/api/digests/${sha256(HOSTILE)}`), digest);
    expect(shown.placements.map(({ path, date }) => [path, date])).toEqual([
      ['copy.md', '2025-03-04'],
      ['parsed.md', '2025-03-04'],
    ]);
    expect(shown).toMatchObject({ size: HOSTILE.length, kind: 'digest', entries: 4 });
    expect(shown.diagnostics.map(({ code, line, column, field }) => [code, line, column, field])).toEqual([
      ['DIGLOT_BLOCK_NO_LINK', 3, 2, null],
      ['DIGLOT_BLOCK_NO_AUTHORS', 9, 1, 'authors'],
    ]);
  });

  it('keeps a digest that no path holds any more', async () => {
    const shown = expectConform(await api.request(`/api/digests/${sha256('gone')}`), digest);
    expect(shown).toMatchObject({ placements: [], kind: null, diagnostics: [] });
  });

  it('hands out the bytes as they are, as text to be saved and nothing else', async () => {
    for (const bytes of [HOSTILE, LARGE]) {
      const response = await api.request(`/api/digests/${sha256(bytes)}/bytes`);
      expect(response.statusCode).toBe(200);
      expect(response.rawPayload.equals(bytes)).toBe(true);
      expect(response.headers).toMatchObject({
        'content-type': expect.stringMatching(/^text\/plain/),
        'content-disposition': expect.stringMatching(/^attachment/),
        'content-length': String(bytes.length),
        'x-content-type-options': 'nosniff',
      });
      const again = await api.request({
        url: `/api/digests/${sha256(bytes)}/bytes`,
        headers: { 'if-none-match': String(response.headers['etag']) },
      });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
  });

  it.each([
    [`/api/digests/${'0'.repeat(64)}`, 404],
    [`/api/digests/${'0'.repeat(64)}/bytes`, 404],
    ['/api/digests/nonsense', 400],
    ['/api/digests/nonsense/bytes', 400],
    ['/api/digests?state=lost', 400],
    ['/api/digests?cursor=WyIyMDI1LTAxLTAxIiwiYSJd', 400],
  ])('answers %s with %i', async (url, status) => {
    const response = await api.request(url);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ error: { code: expect.stringMatching(/^DIGLOT_/) } });
  });
});
