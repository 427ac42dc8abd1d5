import { readFileSync } from 'node:fs';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { DiglotError } from '@diglot/domain';
import { HandThroughFilter, OutboxBus, RuntimeModule, StageHost, redrive, type AlarmClock } from '@diglot/pipeline';
import { silentLogger, type Database } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import { DigestBytesRepository } from './digest-bytes.repository.ts';
import { ParserModule } from './parser.module.ts';
import { parserReaders } from './parser.readers.ts';
import { ParserUnderTest } from './testing.fixture.ts';

const SUMMARIES = readFileSync(
  new URL('../../../libs/formats/src/readers/summaries/fixtures/summaries.md', import.meta.url),
  'utf8',
);
const NOTES = '# Notes\n\n## What I read today\n\nA lot.\n';

/** Rings as soon as it is set. */
function promptClock(): AlarmClock {
  let ring: Parameters<AlarmClock['start']>[0] = async () => {};
  return {
    set: async (alarms) => {
      for (const alarm of alarms) setImmediate(() => void ring(alarm));
    },
    start: async (callback) => void (ring = callback),
    stop: async () => {},
    clear: async () => {},
    close: async () => {},
  };
}

/** As a parser of an earlier version, which had no reader for any of this. */
const EARLIER_PARSER = {
  load: async () => {
    throw new DiglotError('DIGLOT_DIGEST_UNKNOWN_FORMAT', 'no reader knows it yet');
  },
};

/** Runs the parser's stage until every receipt is settled. */
async function runStage(database: Database, expected: number, isEarlier = false): Promise<void> {
  const bus = new OutboxBus({
    database,
    logger: silentLogger,
    pollMilliseconds: 20,
    pointerLoaders: new Map(),
    onFatal: () => undefined,
  });
  const runtime = { database, bus, logger: silentLogger };
  const host = new StageHost({
    ...runtime,
    readers: parserReaders,
    alarms: promptClock(),
    random: Math.random,
    serviceVersion: 'test',
    leaseSeconds: 30,
    sweepSeconds: 0.1,
  });
  const testing = Test.createTestingModule({ imports: [RuntimeModule.of(runtime), ParserModule] });
  const module = await (
    isEarlier ? testing.overrideProvider(DigestBytesRepository).useValue(EARLIER_PARSER) : testing
  ).compile();
  const application = module.createNestMicroservice<MicroserviceOptions>({ strategy: host, logger: false });
  application.useGlobalFilters(new HandThroughFilter());
  await application.listen();
  try {
    await waitFor(async () => {
      const [row] = await database.rows<{ settled: number }>(
        `SELECT count(*)::int AS settled FROM pipeline.inbox_view WHERE status <> 'retrying'`,
      );
      return row?.settled === expected;
    });
  } finally {
    await application.close();
    await bus.close();
  }
}

describe('a file of unknown format', () => {
  let parser: ParserUnderTest;

  beforeAll(async () => {
    parser = await ParserUnderTest.start();
  });
  afterAll(() => parser.close());

  const letters = () =>
    parser.database.rows(
      `SELECT key, error_code AS code, redrives FROM pipeline.inbox_view WHERE status = 'dead' ORDER BY key`,
    );
  const redriveAll = () =>
    redrive(
      parser.database,
      { errorCode: 'DIGLOT_DIGEST_UNKNOWN_FORMAT' },
      { actor: 'test', reason: 'a reader has come' },
    );

  it('is a dead letter, and is read from the stored bytes once a reader for it has come', async () => {
    await parser.discover('2025-11-04.md', SUMMARIES);
    await parser.discover('notes.md', NOTES);
    await runStage(parser.database, 2, true);
    expect(await letters()).toEqual([
      { key: 'lab\n2025-11-04.md', code: 'DIGLOT_DIGEST_UNKNOWN_FORMAT', redrives: 0 },
      { key: 'lab\nnotes.md', code: 'DIGLOT_DIGEST_UNKNOWN_FORMAT', redrives: 0 },
    ]);

    expect(await redriveAll()).toBe(2);
    await runStage(parser.database, 2);
    const entries = await parser.database.rows('SELECT path, arxiv_id AS id FROM parser.entry_view ORDER BY id');
    expect(entries).toEqual(['2511.00418', '2511.00777', '2511.01234'].map((id) => ({ path: '2025-11-04.md', id })));
    // What still nobody knows dies again, and says what was found.
    expect(await letters()).toEqual([{ key: 'lab\nnotes.md', code: 'DIGLOT_DIGEST_UNKNOWN_FORMAT', redrives: 1 }]);
    const [why] = await parser.database.rows<{ detail: string; bytes: string }>(
      `SELECT error_detail AS detail, convert_from(bytes, 'UTF8') AS bytes
       FROM pipeline.inbox_view, watcher.digest_view WHERE status = 'dead' AND size = $1`,
      [Buffer.byteLength(NOTES)],
    );
    expect(why?.detail).toContain('headings # ×1, ## ×1');
    expect(why?.bytes).toBe(NOTES);
  });
});
