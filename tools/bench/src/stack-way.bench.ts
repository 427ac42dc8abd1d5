import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { decodeRecord, TOPICS } from '@diglot/contracts';
import type { PaperState } from '@diglot/domain';
import { openKafka, type LogRecord } from '@diglot/pipeline';
import { openDatabase, silentLogger, type Database } from '@diglot/platform';
import { fetchFigures } from '@diglot/standalone';
import { startStack, type Stack } from '@diglot/stack';
import type { Bench, BenchOptions, Figures } from './bench.ts';
import { openDigestFiles, type DigestFiles } from './digest-files.ts';
import { copy, everyNth } from './digest-sample.ts';
import { rounded } from './statistics.ts';

const DEFAULT_FILES = 100;
const LOOK_MILLISECONDS = 100;

/**
 * The whole way of digests through the stack profile on this machine: five processes, Kafka, Redis and a PostgreSQL that
 * keeps its promises. Papers per second until their states are committed and until they are searchable, from the moment the
 * files lie in the watched folder. The yardstick of the same run reads the topic that the stack has written and upserts the
 * same papers, without receipts, checks or search.
 */
export const stackWayBench: Bench = {
  summary:
    'papers/s from file to state and to search through the stack, beside a bare consumer of its topic (--files N)',
  run: async ({ say, files: wanted = DEFAULT_FILES }: BenchOptions): Promise<Figures> => {
    const digests = openDigestFiles();
    const folder = mkdtempSync(join(tmpdir(), 'diglot-stack-way-'));
    // As root, PostgreSQL runs as another user, who must be able to enter.
    chmodSync(folder, 0o755);
    const watched = join(folder, 'digests');
    mkdirSync(watched);
    let stack: Stack | null = null;
    try {
      const sample = everyNth(digests.files, wanted);
      say(`${sample.length} files of ${digests.origin}`);
      stack = await startStack({ data: join(folder, 'data'), watch: [watched], examples: false, port: 0 });
      return await measure(stack, sample, watched, say);
    } finally {
      await stack?.stop();
      digests.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(
  stack: Stack,
  sample: DigestFiles['files'],
  watched: string,
  say: BenchOptions['say'],
): Promise<Figures> {
  const database = await openDatabase({
    url: stack.environmentOf('api')['DIGLOT_DATABASE_URL'] ?? '',
    applicationName: 'bench',
  });
  try {
    const contents = new Set(sample.map(({ path }) => createHash('sha256').update(readFileSync(path)).digest('hex')));
    const begun = new Date();
    copy(sample, watched);
    await settled(stack.apiUrl, contents.size);
    const papers = await countPapers(database, 'indexer.paper_view');
    const toState = papers / (await secondsUntil(database, 'diglot.indexer', begun));
    const toSearch = papers / (await secondsUntil(database, 'diglot.search', begun));
    const bare = await runBare(stack, database, papers);
    const figures = {
      files: sample.length,
      papers,
      toState: rounded(toState),
      toSearch: rounded(toSearch),
      bare: rounded(bare),
      searchOfBare: rounded(toSearch / bare),
    };
    say(`to committed state  ${figures.toState} papers/s`);
    say(`to searchable       ${figures.toSearch} papers/s (${figures.searchOfBare}× of the yardstick)`);
    say(`yardstick           ${figures.bare} papers/s: read the topic and upsert, no guarantees, no search`);
    return figures;
  } finally {
    await database.close();
  }
}

/** Waits until all of it has been found and nothing is in flight. */
async function settled(apiUrl: string, digests: number): Promise<void> {
  for (;;) {
    const figures = await fetchFigures(apiUrl);
    if (figures && figures.digests.seen === digests && figures.inFlight === 0) return;
    await setTimeout(LOOK_MILLISECONDS);
  }
}

async function countPapers(database: Database, table: string): Promise<number> {
  const [row] = await database.rows<{ papers: number }>(`SELECT count(*)::int AS papers FROM ${table}`);
  return row?.papers ?? 0;
}

/** From a moment to the last receipt of a consumer. */
async function secondsUntil(database: Database, consumer: string, begun: Date): Promise<number> {
  const [row] = await database.rows<{ seconds: number }>(
    'SELECT extract(epoch FROM max(updated_at) - $2::timestamptz)::float8 AS seconds FROM pipeline.inbox_view WHERE consumer = $1',
    [consumer, begun],
  );
  return row?.seconds ?? Number.NaN;
}

const UPSERT = `
  INSERT INTO bare_papers
  SELECT DISTINCT ON (id) * FROM unnest($1::text[], $2::int[], $3::json[], $4::date[]) AS paper (id, revision, state, newest)
  ORDER BY id, revision DESC
  ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, state = excluded.state, newest = excluded.newest
  WHERE bare_papers.revision < excluded.revision`;

/** @returns papers/s from its first batch to the last paper */
async function runBare(stack: Stack, database: Database, papers: number): Promise<number> {
  await database.run('CREATE TABLE bare_papers (id text PRIMARY KEY, revision int, state json, newest date)');
  const fail = (error: Error): never => {
    throw error;
  };
  const brokers = stack.kafka.bootstrap.split(',');
  const log = openKafka({ brokers, ssl: false, sasl: null, clientId: 'bench', logger: silentLogger, onFatal: fail });
  let begun = 0;
  const reader = { consumer: 'bench.bare', topic: TOPICS.paperState, events: 500, bytes: 8_000_000 };
  await log.bus.subscribe(reader, async (batch) => {
    begun ||= performance.now();
    await upsert(database, batch.records);
    const last = batch.records.at(-1);
    if (last) await batch.moveAfter(last);
  });
  while ((await countPapers(database, 'bare_papers')) < papers) await setTimeout(LOOK_MILLISECONDS);
  const seconds = (performance.now() - begun) / 1000;
  await log.close();
  return papers / seconds;
}

async function upsert(database: Database, records: readonly LogRecord[]): Promise<void> {
  const states = records.flatMap((record) => {
    const decoded = decodeRecord(record);
    if (!decoded.ok) throw new Error(decoded.detail);
    return decoded.event.data === null
      ? []
      : [{ revision: decoded.event.revision, state: decoded.event.data as PaperState }];
  });
  await database.run(UPSERT, [
    states.map(({ state }) => state.arxivId),
    states.map(({ revision }) => revision),
    states.map(({ state }) => JSON.stringify(state)),
    states.map(({ state }) => state.newestDate),
  ]);
}
