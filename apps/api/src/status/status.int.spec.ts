import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { TOPICS, stateFact } from '@diglot/contracts';
import { sha256, type CalendarDate } from '@diglot/domain';
import { IndexerModule, indexerMigrations, indexerReaders, paperStateLoader } from '@diglot/indexer';
import { ParserModule, parserMigrations, parserReaders } from '@diglot/parser';
import {
  HandThroughFilter,
  OutboxBus,
  RuntimeModule,
  StageHost,
  announce,
  appendToOutbox,
  pipelineMigrations,
  type AlarmClock,
} from '@diglot/pipeline';
import { silentLogger } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import { TranslatorModule, translatorMigrations, translatorReaders } from '@diglot/translator';
import { watcherMigrations } from '@diglot/watcher';
import { statusBody, type StatusBody } from '../contract/status.schema.ts';
import { expectConform } from '../testing/expect-conform.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';

const readers = [...parserReaders, ...translatorReaders, ...indexerReaders];

const block = (id: string, title: string, zh: string, abstract = 'An abstract of some words.'): string =>
  `# ${title} \n\n**Title (ZH)**: ${zh} \n\n**Authors**: Ada Lovelace  \n\n` +
  `**Link**: [PDF](https://arxiv.org/pdf/${id})  \n\n**Abstract**: ${abstract} \n\n` +
  `**Abstract (ZH)**: 一篇由若干词语组成的摘要。 \n\n---\n`;

const GOOD = block('2503.00001', 'Robots that plan', '会规划的机器人') + block('2503.00002', 'Maps', '地图');
const BROKEN = `${block('2503.00003', 'Wheels', '轮子')}# No link \n\n**Authors**: A  \n\n**Abstract**: Text. \n\n---\n`;
const BINARY = '\u0000\u0001\u0002PNG\u0000';
const NOT_UTF8 = Buffer.concat([Buffer.from('# Title\n\nTe'), Buffer.from([0xff, 0xfe]), Buffer.from('xt\n')]);

/** Rings nothing by itself: the sweeper hands over what is due. */
function handClock(): AlarmClock & { ringAll(): Promise<void> } {
  let ring: Parameters<AlarmClock['start']>[0] = async () => {};
  const pending: Parameters<AlarmClock['set']>[0][number][] = [];
  return {
    set: async (alarms) => void pending.push(...alarms),
    start: async (callback) => void (ring = callback),
    stop: async () => {},
    clear: async () => void (pending.length = 0),
    close: async () => {},
    ringAll: async () => {
      for (const alarm of pending.splice(0)) await ring(alarm);
    },
  };
}

describe('/api/status', () => {
  let api: ApiUnderTest;

  beforeEach(async () => {
    const migrations = [pipelineMigrations, watcherMigrations, parserMigrations, translatorMigrations];
    api = await startApi([...migrations.flat(), ...indexerMigrations], readers);
    await api.database.run(`INSERT INTO watcher.sources (name, location) VALUES ('examples', '/srv/examples')`);
  });
  afterEach(() => api.close());

  async function status(): Promise<StatusBody> {
    return expectConform(await api.request('/api/status'), statusBody);
  }

  async function discover(path: string, content: string | Buffer): Promise<void> {
    const bytes = Buffer.from(content);
    const digest = { sha256: sha256(bytes), size: bytes.length, date: '2025-03-04' as CalendarDate };
    await api.database.transaction(async (tx) => {
      await tx.run(`INSERT INTO watcher.digests (sha256, size, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
        Buffer.from(digest.sha256, 'hex'),
        digest.size,
        bytes,
      ]);
      await tx.run(
        `INSERT INTO watcher.placements (source, path, revision, sha256, size, date) VALUES ('examples', $1, 1, $2, $3, $4)`,
        [path, Buffer.from(digest.sha256, 'hex'), digest.size, digest.date],
      );
      const fact = stateFact('digest.discovered', { revision: 1, data: { source: 'examples', path, ...digest } });
      await appendToOutbox(tx, [announce(fact)]);
    });
  }

  /** Runs the real stages until the status says that nothing is in flight. @returns every status on the way */
  async function runStages(): Promise<StatusBody[]> {
    const { database } = api;
    const bus = new OutboxBus({
      database,
      logger: silentLogger,
      pollMilliseconds: 20,
      pointerLoaders: new Map([[TOPICS.paperState, paperStateLoader(database)]]),
      onFatal: () => undefined,
    });
    const alarms = handClock();
    const runtime = { database, bus, logger: silentLogger };
    const host = new StageHost({
      ...runtime,
      readers,
      alarms,
      random: Math.random,
      serviceVersion: 'test',
      leaseSeconds: 30,
      sweepSeconds: 3600,
    });
    const modules = [RuntimeModule.of(runtime), ParserModule, TranslatorModule, IndexerModule];
    const application = await NestFactory.createMicroservice<MicroserviceOptions>(
      { module: class Stages {}, imports: modules },
      { strategy: host, logger: false },
    );
    application.useGlobalFilters(new HandThroughFilter());
    await application.listen();
    const seen: StatusBody[] = [];
    try {
      await waitFor(async () => {
        await alarms.ringAll();
        seen.push(await status());
        return seen.at(-1)?.inFlight === 0;
      });
    } finally {
      await application.close();
      await bus.close();
    }
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
      sources: [{ name: 'examples', location: '/srv/examples', digests: 0 }],
      version: '0.0.0-test',
      profile: 'embedded',
    });
  });

  it('counts what is announced and not yet taken as in flight, before any stage has begun', async () => {
    await discover('4-Mar-2025/AI/README.md', GOOD);
    expect(await status()).toMatchObject({ digests: { seen: 1, withEntries: 0 }, entries: 0, inFlight: 1 });
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
    expect(last.stages.map(({ consumer }) => consumer)).toEqual(readers.map(({ consumer }) => consumer));
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
