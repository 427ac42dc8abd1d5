import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readFile } from 'node:fs/promises';
import { NO_LIMITS } from '@diglot/api';
import { readDigest } from '@diglot/formats';
import { startStages, type BatchTimes } from '@diglot/pipeline';
import {
  migrate,
  openDatabase,
  openDataFolder,
  silentLogger,
  startEmbeddedPostgres,
  type Database,
} from '@diglot/platform';
import { compose, entities, migrations, readers } from '@diglot/standalone';
import type { Bench, BenchOptions, Figures } from './bench.ts';
import { openBenchFolder } from './bench-folder.ts';
import { openDigestFiles, type DigestFiles } from './digest-files.ts';
import { copy, everyNth } from './digest-sample.ts';
import { rounded } from './statistics.ts';

const DEFAULT_FILES = 100;
const LOOK_MILLISECONDS = 50;

/**
 * The whole way of digests through the embedded profile, on a PostgreSQL that keeps its promises (fsync on): papers per
 * second until their states are committed and until they are searchable, and what each stage worked, in seconds. The
 * yardstick of the same run reads, parses and upserts the same papers in one loop, without any guarantee or check.
 */
export const wholeWayBench: Bench = {
  summary:
    'papers/s from file to state and to search in the embedded profile, and the time per stage, with verification and without (--files N)',
  run: async ({ say, files: wanted = DEFAULT_FILES }: BenchOptions): Promise<Figures> => {
    const digests = openDigestFiles();
    const folder = openBenchFolder('whole-way');
    try {
      const sample = everyNth(digests.files, wanted);
      say(`${sample.length} files of ${digests.origin}`);
      copy(sample, join(folder.path, 'digests'));
      const verified = await measure(folder.path, sample, true, say);
      const unverified = await measure(folder.path, sample, false, say);
      const cost = rounded((verified['toState'] ?? 0) / (unverified['toState'] ?? 1));
      say(`with verification it is ${cost} times as fast to the committed state as without`);
      const off = Object.entries(unverified).map(([name, value]): [string, number] => [`${name}Unverified`, value]);
      return { ...verified, ...Object.fromEntries(off), verifiedOfUnverified: cost };
    } finally {
      digests.dispose();
      folder.dispose();
    }
  },
};

async function measure(
  folder: string,
  sample: DigestFiles['files'],
  verification: boolean,
  say: BenchOptions['say'],
): Promise<Figures> {
  say(verification ? '\nwith verification' : '\nwithout verification');
  const dataFolder = await openDataFolder(join(folder, verification ? 'verified' : 'unverified'));
  const postgres = await startEmbeddedPostgres({ dataFolder });
  const { url } = postgres;
  const database = await openDatabase({ url, applicationName: 'bench', migrations, entities });
  try {
    await migrate(database.dataSource);
    const bare = await runBare(database, sample);
    const way = await runWholeWay(database, url, join(folder, 'digests'), verification);
    const figures = {
      files: sample.length,
      papers: way.papers,
      toState: rounded(way.papers / way.stateSeconds),
      toSearch: rounded(way.papers / way.searchSeconds),
      bare: rounded(bare.papers / bare.seconds),
      stateOfBare: rounded(way.papers / way.stateSeconds / (bare.papers / bare.seconds)),
      ...way.stages,
    };
    say(`to committed state  ${figures.toState} papers/s (${figures.stateOfBare}× of the yardstick)`);
    say(`to searchable       ${figures.toSearch} papers/s`);
    say(`yardstick           ${figures.bare} papers/s: read, parse and upsert, no guarantees, no verification`);
    for (const [stage, seconds] of Object.entries(way.stages)) say(`${stage.padEnd(28)}${seconds} s`);
    return figures;
  } finally {
    await database.close();
    await postgres.stop();
    await dataFolder.close();
  }
}

interface WholeWay {
  readonly papers: number;
  readonly stateSeconds: number;
  readonly searchSeconds: number;
  readonly stages: Figures;
}

async function runWholeWay(
  database: Database,
  databaseUrl: string,
  digests: string,
  verification: boolean,
): Promise<WholeWay> {
  const batches: BatchTimes[] = [];
  const composition = await compose({
    database,
    databaseUrl,
    logger: silentLogger,
    version: 'bench',
    pollMilliseconds: 250,
    leaseSeconds: 60,
    sweepSeconds: 5,
    watcher: {},
    verification,
    api: {
      allowedHosts: [],
      token: null,
      tokenFile: join(digests, '..', 'token'),
      limits: NO_LIMITS,
    },
    onFatal: (error) => {
      throw error;
    },
    onBatch: (times) => batches.push(times),
  });
  const { application, watcher, host, bus, alarms } = composition;
  await startStages(application);
  const begun = performance.now();
  await watcher.start([{ root: digests }]);
  const settled = async (consumers: readonly string[]): Promise<number> => {
    for (;;) {
      const scanned = watcher.status().every(({ initialScanDone }) => initialScanDone);
      if (scanned && (await openWork(database, consumers)) === 0) return (performance.now() - begun) / 1000;
      await setTimeout(LOOK_MILLISECONDS);
    }
  };
  const consumers = readers.map(({ consumer }) => consumer);
  const stateSeconds = await settled(consumers.filter((consumer) => consumer !== 'diglot.search'));
  const searchSeconds = await settled(consumers);
  await watcher.stop();
  await host.close();
  await bus.close();
  await application.close();
  await alarms.close();
  const [row] = await database.rows<{ papers: number }>('SELECT count(*)::int AS papers FROM indexer.paper_view');
  return { papers: row?.papers ?? 0, stateSeconds, searchSeconds, stages: perStage(batches) };
}

/** What each stage worked, in seconds; stages work beside each other, so they add up to more than the whole. */
function perStage(batches: readonly BatchTimes[]): Figures {
  const figures: Record<string, number> = {};
  for (const { consumer, preparing, committing } of batches) {
    const stage = consumer.replace('diglot.', '');
    figures[`${stage}Preparing`] = (figures[`${stage}Preparing`] ?? 0) + preparing / 1000;
    figures[`${stage}Committing`] = (figures[`${stage}Committing`] ?? 0) + committing / 1000;
  }
  return Object.fromEntries(Object.entries(figures).map(([name, seconds]) => [name, rounded(seconds)]));
}

async function openWork(database: Database, consumers: readonly string[]): Promise<number> {
  const [row] = await database.rows<{ open: number }>(
    `SELECT (SELECT count(*) FROM pipeline.outbox JOIN pipeline.cursor USING (topic)
             WHERE reader = ANY($1) AND (outbox.txid, outbox.id) > (cursor.txid, cursor.id))::int
          + (SELECT count(*) FROM pipeline.inbox WHERE status = 'retrying' AND consumer = ANY($1))::int AS open`,
    [consumers],
  );
  return row?.open ?? 0;
}

const UPSERT = `
  INSERT INTO bare_papers SELECT DISTINCT ON (id) * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
    AS paper (id, title_en, title_zh, abstract_en, abstract_zh)
  ON CONFLICT (id) DO UPDATE SET title_en = excluded.title_en, title_zh = excluded.title_zh,
    abstract_en = excluded.abstract_en, abstract_zh = excluded.abstract_zh`;

async function runBare(database: Database, sample: DigestFiles['files']): Promise<{ papers: number; seconds: number }> {
  await database.run(
    'CREATE TABLE bare_papers (id text PRIMARY KEY, title_en text, title_zh text, abstract_en text, abstract_zh text)',
  );
  const begun = performance.now();
  for (const { path } of sample) {
    const { entries } = readDigest(await readFile(path), { path });
    await database.run(UPSERT, [
      entries.map(({ arxivId }) => arxivId),
      entries.map(({ title }) => title.en),
      entries.map(({ title }) => title.zh),
      entries.map(({ abstract }) => abstract.en),
      entries.map(({ abstract }) => abstract.zh),
    ]);
  }
  const seconds = (performance.now() - begun) / 1000;
  const [row] = await database.rows<{ papers: number }>('SELECT count(*)::int AS papers FROM bare_papers');
  await database.run('DROP TABLE bare_papers');
  return { papers: row?.papers ?? 0, seconds };
}
