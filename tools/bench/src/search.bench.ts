import { join } from 'node:path';
import { NO_LIMITS } from '@diglot/api';
import { startStages, type BatchTimes } from '@diglot/pipeline';
import {
  migrate,
  openDatabase,
  openDataFolder,
  silentLogger,
  startEmbeddedPostgres,
  type Database,
} from '@diglot/platform';
import { compose, entities, migrations } from '@diglot/standalone';
import type { Bench, BenchOptions, Figures } from './bench.ts';
import { openBenchFolder } from './bench-folder.ts';
import { openDigestFiles } from './digest-files.ts';
import { announceEntries, readEntries, type EntryFact } from './search/entry-facts.ts';
import { askQueries } from './search/ask-queries.ts';
import { makeQueries } from './search/make-queries.ts';
import { scanOf } from './search/sequential-scan.ts';
import { waitUntilSettled } from './search/settled.ts';
import { percentile, rounded } from './statistics.ts';

/** Papers of a daily batch. */
const DAILY = 2_000;
/** How often it is measured. */
const AGAIN = 3;

/**
 * Search over all papers of the load set, in the embedded profile with fsync on: milliseconds from request to answer of the
 * api, for a first page and for its counts, over queries of every kind. Every answer is compared with that of a sequential
 * scan. Verdicts are dealt out by hash, for search does not depend on how they came about.
 * With `--data DIR` a database is kept there, and used again.
 */
export const searchBench: Bench = {
  summary:
    'p50 and p99 of search in either language, against a sequential scan; what search costs (--data DIR keeps it)',
  run: async ({ say, data }: BenchOptions): Promise<Figures> => {
    const folder = openBenchFolder('search', data);
    try {
      return await measure(folder.path, say);
    } finally {
      folder.dispose();
    }
  },
};

async function measure(folder: string, say: BenchOptions['say']): Promise<Figures> {
  const digests = openDigestFiles();
  const dataFolder = await openDataFolder(join(folder, 'data'));
  const postgres = await startEmbeddedPostgres({ dataFolder });
  const { url } = postgres;
  const database = await openDatabase({ url, applicationName: 'bench', migrations, entities });
  try {
    await migrate(database.dataSource);
    const facts = await readEntries(digests.files);
    say(`${facts.length} entries of ${digests.origin}`);
    return await withServices(database, url, folder, async (base, batches) => {
      await fill(database, facts, batches, say);
      await database.run('VACUUM (ANALYZE)');
      const papers = await countPapers(database);
      const queries = makeQueries(facts);
      const scan = await scanOf(database);
      const answers = await askQueries(base, queries, scan, say);
      const figures = {
        papers,
        queries: answers.milliseconds.length,
        p50: rounded(percentile(answers.milliseconds, 0.5)),
        p99: rounded(percentile(answers.milliseconds, 0.99)),
        mismatches: answers.mismatches,
      };
      say(
        `p50 ${figures.p50} ms, p99 ${figures.p99} ms of ${figures.queries} requests, ${figures.mismatches} mismatches`,
      );
      say(`${answers.bounds} counts were given as bounds`);
      await dailyBatch(database, facts, say);
      return figures;
    });
  } finally {
    digests.dispose();
    await database.close();
    await postgres.stop();
    await dataFolder.close();
  }
}

/** Announces all entries and waits until they are found. Does nothing where that was done before. */
async function fill(
  database: Database,
  facts: readonly EntryFact[],
  batches: readonly BatchTimes[],
  say: BenchOptions['say'],
): Promise<void> {
  if ((await countPapers(database)) > 0) return;
  await announceEntries(database, facts);
  await waitUntilSettled(database);
  const state = total(batches, 'diglot.indexer');
  const search = total(batches, 'diglot.search');
  const papers = await countPapers(database);
  const [forState, forSearch] = [rounded(state / papers), rounded(search / papers)];
  say(`written: ${forState} ms per paper for its state, ${forSearch} ms more for search (${rounded(search / state)}×)`);
}

function total(batches: readonly BatchTimes[], consumer: string): number {
  const own = batches.filter((batch) => batch.consumer === consumer);
  return own.reduce((sum, { preparing, committing }) => sum + preparing + committing, 0);
}

/** How long after its state is committed a paper of a daily batch is found: of all, and of the last one. */
async function dailyBatch(database: Database, facts: readonly EntryFact[], say: BenchOptions['say']): Promise<void> {
  const seconds: number[] = [];
  for (let run = 0; run < AGAIN; run += 1) {
    const day = facts.slice(run * DAILY, (run + 1) * DAILY);
    const began = new Date();
    await announceEntries(database, day, { revision: 2 + run + (await newestRevision(database)), mark: ` (${run})` });
    await waitUntilSettled(database);
    const rows = await database.rows<{ seconds: number }>(
      `SELECT extract(epoch FROM receipt.updated_at - paper.updated_at)::float8 AS seconds
       FROM indexer.papers AS paper
       JOIN pipeline.inbox AS receipt ON receipt.consumer = 'diglot.search' AND receipt.key = paper.arxiv_id
       WHERE paper.arxiv_id = ANY($1) AND paper.updated_at >= $2 AND receipt.updated_at >= paper.updated_at`,
      // Not the papers that the day leaves as they are: their receipts tell of the filling.
      [day.map(({ arxivId }) => arxivId), began],
    );
    seconds.push(...rows.map((row) => row.seconds));
  }
  const [half, nearlyAll, all] = [0.5, 0.99, 1].map((share) => rounded(percentile(seconds, share)));
  say(
    `a paper of a daily batch of ${DAILY} is found ${half} s (p50), ${nearlyAll} s (p99), ${all} s (most) after its commit`,
  );
}

async function newestRevision(database: Database): Promise<number> {
  const [row] = await database.rows<{ most: number }>('SELECT max(revision)::int AS most FROM indexer.members');
  return row?.most ?? 0;
}

async function countPapers(database: Database): Promise<number> {
  const [row] = await database.rows<{ count: number }>('SELECT count(*)::int AS count FROM indexer.paper_view');
  return row?.count ?? 0;
}

async function withServices(
  database: Database,
  databaseUrl: string,
  folder: string,
  work: (base: string, batches: readonly BatchTimes[]) => Promise<Figures>,
): Promise<Figures> {
  const batches: BatchTimes[] = [];
  const { application, host, bus, alarms } = await compose({
    database,
    databaseUrl,
    logger: silentLogger,
    version: 'bench',
    pollMilliseconds: 250,
    leaseSeconds: 60,
    sweepSeconds: 5,
    watcher: {},
    api: {
      allowedHosts: [],
      token: null,
      tokenFile: join(folder, 'token'),
      limits: NO_LIMITS,
    },
    onFatal: (error) => {
      throw error;
    },
    onBatch: (times) => batches.push(times),
  });
  await startStages(application);
  await application.listen(0, '127.0.0.1');
  try {
    return await work(await application.getUrl(), batches);
  } finally {
    await host.close();
    await bus.close();
    await application.close();
    await alarms.close();
  }
}
