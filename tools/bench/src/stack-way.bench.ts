import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDatabase, type Database } from '@diglot/platform';
import { fetchFigures } from '@diglot/standalone';
import { startStack, type Stack } from '@diglot/stack';
import type { Bench, BenchOptions, Figures } from './bench.ts';
import { openBenchFolder } from './bench-folder.ts';
import { compare, type Speeds } from './stack-way/compare.ts';
import { totalsOf } from './stack-way/final-rows.ts';
import { openDigestFiles, type DigestFiles } from './digest-files.ts';
import { copy, everyNth } from './digest-sample.ts';
import { rounded } from './statistics.ts';

const LOOK_MILLISECONDS = 100;

/**
 * The whole way of digests through the stack profile on this machine: five processes, Kafka, Redis and a PostgreSQL that
 * keeps its promises. Papers per second until their states are committed and until they are searchable, from the moment the
 * files lie in the watched folder. Two yardsticks of the same run write the same papers from the topic that the stack has
 * written into the same PostgreSQL: a bare consumer, without receipts, checks or search, and as a peer Kafka Connect with
 * Debezium's JDBC sink. The idle stack goes on beside them.
 */
export const stackWayBench: Bench = {
  summary:
    'papers/s from file to state and to search through the stack, beside a bare consumer and Kafka Connect (all files, or --files N)',
  run: async ({ say, files: wanted }: BenchOptions): Promise<Figures> => {
    const digests = openDigestFiles();
    const folder = openBenchFolder('stack-way');
    const watched = join(folder.path, 'digests');
    mkdirSync(watched);
    let stack: Stack | null = null;
    try {
      const sample = wanted === undefined ? digests.files : everyNth(digests.files, wanted);
      say(`${sample.length} files of ${digests.origin}`);
      stack = await startStack({ data: join(folder.path, 'data'), watch: [watched], examples: false, port: 0 });
      return await measure(stack, sample, folder.path, say);
    } finally {
      await stack?.stop();
      digests.dispose();
      folder.dispose();
    }
  },
};

async function measure(
  stack: Stack,
  sample: DigestFiles['files'],
  folder: string,
  say: BenchOptions['say'],
): Promise<Figures> {
  const databaseUrl = stack.environmentOf('api')['DIGLOT_DATABASE_URL'] ?? '';
  const database = await openDatabase({ url: databaseUrl, applicationName: 'bench' });
  try {
    const contents = new Set(sample.map(({ path }) => createHash('sha256').update(readFileSync(path)).digest('hex')));
    const begun = new Date();
    copy(sample, join(folder, 'digests'));
    await settled(stack.apiUrl, contents.size);
    const wanted = await totalsOf(database, 'indexer.paper_view');
    const { papers } = wanted;
    const toState = papers / (await secondsUntil(database, 'diglot.indexer', begun));
    const toSearch = papers / (await secondsUntil(database, 'diglot.search', begun));
    say(`to committed state  ${rounded(toState)} papers/s`);
    say(`to searchable       ${rounded(toSearch)} papers/s`);
    const speeds = await compare({ bootstrap: stack.kafka.bootstrap, database, databaseUrl, folder, wanted, say });
    return { files: sample.length, papers, ...figuresOf(toState, toSearch, speeds, say) };
  } finally {
    await database.close();
  }
}

function figuresOf(toState: number, toSearch: number, { bare, connect }: Speeds, say: BenchOptions['say']): Figures {
  say(`bare consumer       ${rounded(bare)} papers/s; to searchable is ${rounded(toSearch / bare)}× of it`);
  const own = { toState: rounded(toState), toSearch: rounded(toSearch) };
  const ofBare = { bare: rounded(bare), searchOfBare: rounded(toSearch / bare) };
  if (connect === null) return { ...own, ...ofBare };
  const [state, search] = [rounded(toState / connect), rounded(toSearch / connect)];
  say(
    `Kafka Connect       ${rounded(connect)} papers/s; to committed state is ${state}×, to searchable ${search}× of it`,
  );
  return { ...own, ...ofBare, connect: rounded(connect), stateOfConnect: state, searchOfConnect: search };
}

/** Waits until all of it has been found and nothing is in flight. */
async function settled(apiUrl: string, digests: number): Promise<void> {
  for (;;) {
    const figures = await fetchFigures(apiUrl);
    if (figures && figures.digests.seen === digests && figures.inFlight === 0) return;
    await setTimeout(LOOK_MILLISECONDS);
  }
}

/** From a moment to the last receipt of a consumer. */
async function secondsUntil(database: Database, consumer: string, begun: Date): Promise<number> {
  const [row] = await database.rows<{ seconds: number }>(
    'SELECT extract(epoch FROM max(updated_at) - $2::timestamptz)::float8 AS seconds FROM pipeline.inbox_view WHERE consumer = $1',
    [consumer, begun],
  );
  return row?.seconds ?? Number.NaN;
}
