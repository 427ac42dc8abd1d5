import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { TOPICS, stateFact } from '@diglot/contracts';
import { sha256, type CalendarDate, type Sha256 } from '@diglot/domain';
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
import { silentLogger, type Database, type MigrationClass } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import { TranslatorModule, translatorMigrations, translatorReaders } from '@diglot/translator';
import { watcherMigrations } from '@diglot/watcher';

/** Everything that reads the log. */
export const stageReaders = [...parserReaders, ...translatorReaders, ...indexerReaders];

/** The tables of all services. */
export const stageMigrations: readonly MigrationClass[] = [
  ...pipelineMigrations,
  ...watcherMigrations,
  ...parserMigrations,
  ...translatorMigrations,
  ...indexerMigrations,
];

export interface DiscoveredDigest {
  /** `examples`, unless it is given. */
  readonly source?: string;
  readonly path: string;
  readonly content: string | Buffer;
  readonly date?: string;
  readonly revision?: number;
  /** Set when it is announced again on purpose. */
  readonly replayId?: string;
}

/** Stores and announces a digest as the watcher would. @returns its SHA-256 */
export async function discoverDigest(
  database: Database,
  { source = 'examples', path, content, date = '2025-03-04', revision = 1, replayId }: DiscoveredDigest,
): Promise<Sha256> {
  const bytes = Buffer.from(content);
  const digest = { sha256: sha256(bytes), size: bytes.length, date: date as CalendarDate };
  const hash = Buffer.from(digest.sha256, 'hex');
  await database.transaction(async (tx) => {
    await tx.run('INSERT INTO watcher.digests (sha256, size, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      hash,
      digest.size,
      bytes,
    ]);
    await tx.run(
      `INSERT INTO watcher.placements (source, path, revision, sha256, size, date) VALUES ($6, $1, $2, $3, $4, $5)
       ON CONFLICT (source, path) DO UPDATE SET revision = $2, sha256 = $3, size = $4, changed_at = now()`,
      [path, revision, hash, digest.size, digest.date, source],
    );
    const data = { source, path, ...digest };
    const fact = stateFact('digest.discovered', { revision, data, ...(replayId === undefined ? {} : { replayId }) });
    await appendToOutbox(tx, [announce(fact)]);
  });
  return digest.sha256;
}

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

/** Runs the real stages until `isSettled` says so; it is asked again and again. */
export async function runStages(database: Database, isSettled: () => Promise<boolean>): Promise<void> {
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
    readers: stageReaders,
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
  try {
    await waitFor(
      async () => {
        await alarms.ringAll();
        return isSettled();
      },
      // A bound for what hangs, no claim about speed: threads are started.
      { timeout: 240_000 },
    );
  } finally {
    await application.close();
    await bus.close();
  }
}
