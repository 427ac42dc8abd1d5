import { keepTopicDifferences } from '@diglot/pipeline';
import { statusBody, type StatusBody } from '../contract/status.schema.ts';
import { expectConform } from '../testing/expect-conform.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { discoverDigest, runStages as runRealStages, stageMigrations, stageReaders } from '../testing/real-stages.ts';

const block = (id: string, title: string, zh: string, abstract = 'An abstract of some words.'): string =>
  `# ${title} \n\n**Title (ZH)**: ${zh} \n\n**Authors**: Ada Lovelace  \n\n` +
  `**Link**: [PDF](https://arxiv.org/pdf/${id})  \n\n**Abstract**: ${abstract} \n\n` +
  `**Abstract (ZH)**: 一篇由若干词语组成的摘要。 \n\n---\n`;

const GOOD = block('2503.00001', 'Robots that plan', '会规划的机器人') + block('2503.00002', 'Maps', '地图');
const BROKEN = `${block('2503.00003', 'Wheels', '轮子')}# No link \n\n**Authors**: A  \n\n**Abstract**: Text. \n\n---\n`;
const BINARY = '\u0000\u0001\u0002PNG\u0000';
const NOT_UTF8 = Buffer.concat([Buffer.from('# Title\n\nTe'), Buffer.from([0xff, 0xfe]), Buffer.from('xt\n')]);

describe('/api/status', () => {
  let api: ApiUnderTest;

  beforeEach(async () => {
    api = await startApi(stageMigrations, stageReaders);
    await api.database.run(`INSERT INTO watcher.sources (name, location) VALUES ('examples', '/srv/examples')`);
  });
  afterEach(() => api.close());

  async function status(): Promise<StatusBody> {
    return expectConform(await api.request('/api/status'), statusBody);
  }

  const discover = (path: string, content: string | Buffer) => discoverDigest(api.database, { path, content });

  /** Runs the real stages until the status says that nothing is in flight. @returns every status on the way */
  async function runStages(): Promise<StatusBody[]> {
    const seen: StatusBody[] = [];
    await runRealStages(api.database, async () => {
      seen.push(await status());
      return seen.at(-1)?.inFlight === 0;
    });
    return seen;
  }

  it('begins with zeros', async () => {
    expect(await status()).toMatchObject({
      digests: { seen: 0, withEntries: 0 },
      entries: 0,
      papers: 0,
      inFlight: 0,
      retrying: 0,
      dead: 0,
      lastActivityAt: null,
      readiness: { ready: true, reasons: [] },
      sources: [
        {
          name: 'examples',
          location: '/srv/examples',
          kind: 'folder',
          configured: true,
          digests: 0,
          scannedAt: null,
          untaken: 0,
        },
      ],
      version: '0.0.0-test',
      profile: 'embedded',
    });
  });

  it('tells in what topics are not as they should be, and what to do', async () => {
    expect(await status()).toMatchObject({ topicDifferences: [] });
    const difference = {
      topic: 'arxiv.paper.state.v1',
      setting: 'cleanup.policy',
      actual: 'delete',
      wanted: 'compact',
    };
    await keepTopicDifferences(api.database, [difference]);
    expect((await status()).topicDifferences).toEqual([
      {
        ...difference,
        code: 'DIGLOT_TOPIC_DIFFERS',
        meaning: expect.any(String),
        remedy: expect.stringMatching(/Kafka/),
      },
    ]);
  });

  it('counts what is announced and not yet taken as in flight, before any stage has begun', async () => {
    await discover('4-Mar-2025/AI/README.md', GOOD);
    expect(await status()).toMatchObject({ digests: { seen: 1, withEntries: 0 }, entries: 0, inFlight: 1 });
  });

  it('counts what cannot be taken as open while its source is configured, and keeps it with the source', async () => {
    const book = `INSERT INTO watcher.problems (source, path, code, detail) VALUES ($1, 'a.md', 'DIGLOT_DIGEST_TOO_LARGE', '')`;
    await api.database.run(
      `INSERT INTO watcher.sources (name, location, configured) VALUES ('left', '/srv/left', false)`,
    );
    await api.database.run(book, ['examples']);
    await api.database.run(book, ['left']);
    const { problems, sources } = await status();
    expect(problems).toMatchObject({ count: 1, latest: [{ source: 'examples' }] });
    expect(sources.map(({ name, problems: own }) => [name, own])).toEqual([
      ['examples', 1],
      ['left', 1],
    ]);
    await api.database.run(`UPDATE watcher.sources SET configured = true WHERE name = 'left'`);
    expect((await status()).problems.count).toBe(2);
  });

  it('is complete when nothing is in flight, search included', async () => {
    await discover('4-Mar-2025/AI/README.md', GOOD);
    await discover('4-Mar-2025/AI/copy.md', GOOD);
    await discover('4-Mar-2025/RO/README.md', BROKEN);
    const seen = await runStages();
    const last: StatusBody = await status();
    expect(last).toMatchObject({
      digests: { seen: 2, withEntries: 2 },
      entries: 5,
      papers: 3,
      retrying: 0,
      dead: 0,
      diagnostics: { errors: 1 },
      brokenBlocks: { count: 1, first: [{ path: '4-Mar-2025/RO/README.md', code: 'DIGLOT_BLOCK_NO_LINK' }] },
      sources: [{ digests: 3, entries: 5, problems: 0 }],
    });
    expect(Object.values(last.verdicts).reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(last.brokenBlocks.first[0]?.meaning).not.toBe('');
    expect(last.stages.map(({ consumer }) => consumer)).toEqual(stageReaders.map(({ consumer }) => consumer));
    // No status on the way claimed to be complete while it was not.
    expect(seen.filter(({ inFlight }) => inFlight === 0)).toHaveLength(1);
    const found = await api.request({ url: '/api/papers', query: { q: '机器人' } });
    expect(found.json()).toMatchObject({ items: [{ arxivId: '2503.00001' }] });
    const [live] = await api.database.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM parser.entry_view WHERE NOT retracted`,
    );
    expect(live?.count).toBe(last.entries);
  });

  it('shows what died with its file and line, and why', async () => {
    await discover('4-Mar-2025/AI/picture.md', BINARY);
    await discover('4-Mar-2025/AI/latin.md', NOT_UTF8);
    await runStages();
    const { dead, inFlight, deadLetters, stages } = await status();
    expect({ dead, inFlight }).toEqual({ dead: 2, inFlight: 0 });
    const shown = deadLetters.map(({ code, count, latest }) => [code, count, latest[0]?.file, latest[0]?.line]);
    expect(shown).toEqual([
      ['DIGLOT_DIGEST_BINARY', 1, 'examples/4-Mar-2025/AI/picture.md', null],
      ['DIGLOT_DIGEST_ENCODING', 1, 'examples/4-Mar-2025/AI/latin.md', 3],
    ]);
    expect(stages[0]).toMatchObject({ consumer: 'diglot.parser', dead: 2, lag: 0 });
  });

  it('says to whoever would restart it whether that helps', async () => {
    const probe = async () => {
      const { statusCode, body } = await api.request('/livez');
      return [statusCode, JSON.parse(body)];
    };
    expect(await probe()).toEqual([200, { status: 'ok', reasons: [] }]);
    api.health.live = { ok: false, reasons: ['consumers: DIGLOT_READER_HANGS: diglot.parser'] };
    expect(await probe()).toEqual([503, { status: 'stuck', reasons: api.health.live.reasons }]);
    api.health.live = { ok: true, reasons: [] };
  });

  it('shows files that cannot be taken', async () => {
    await api.database.run(
      `INSERT INTO watcher.problems (source, path, code, detail) VALUES ('examples', 'big.md', 'DIGLOT_DIGEST_TOO_LARGE', 'it has 70 MB')`,
    );
    expect((await status()).problems).toMatchObject({
      count: 1,
      latest: [{ source: 'examples', path: 'big.md', code: 'DIGLOT_DIGEST_TOO_LARGE', detail: 'it has 70 MB' }],
    });
  });
});
