import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { foldPaper, type ArxivId, type CalendarDate } from '@diglot/domain';
import { migrate, openDatabase, openDataFolder, startEmbeddedPostgres, type Database } from '@diglot/platform';
import { entities, migrations } from '@diglot/standalone';
import type { Bench, BenchOptions, Figures } from './bench.ts';
import { openBenchFolder } from './bench-folder.ts';
import { EmbeddedProcess } from './process/embedded-process.ts';
import { rounded } from './statistics.ts';

/** Papers of the small export; the large one has ten times as many. */
const FEW = 10_000;
const TIMES = 10;
const FORMATS = ['ndjson', 'csv', 'parquet'] as const;
/** Milliseconds that the reader rests after each piece, and between two looks at the memory. */
const REST = 2;
const LOOK = 50;

/** Of a version that no service has yet, so that none folds these papers anew, which have no members. */
const FOLDED = 1_000;

/** MiB that Node may keep. */
const HEAP = '--max-old-space-size=96';

/** Days that tell the two sets apart. */
const DAY_OF_FEW = '2025-03-04';
const DAY_OF_OTHERS = '2025-03-05';

/**
 * MiB that a process of the embedded profile grows by while it sends papers to a reader who takes his time: for some papers, and
 * for ten times as many. The heap is kept small, or its collector would leave what nobody needs any more for as long as there
 * is room. A constant need shows as a ratio near 1, one that follows the number of papers as one near 10.
 */
export const exportBench: Bench = {
  summary: 'memory that an export takes for n and for 10 n papers, with a slow reader (Linux)',
  run: async ({ say }: BenchOptions): Promise<Figures> => {
    const folder = openBenchFolder('export');
    const data = join(folder.path, 'data');
    try {
      await fill(data);
      const figures: Record<string, number> = {};
      for (const format of FORMATS) Object.assign(figures, await measure(data, format, say));
      return figures;
    } finally {
      folder.dispose();
    }
  },
};

async function measure(data: string, format: string, say: BenchOptions['say']): Promise<Figures> {
  const small = await inNewProcess(data, `/api/export.${format}?date=${DAY_OF_FEW}`);
  const large = await inNewProcess(data, `/api/export.${format}`);
  const ratio = rounded(large.growth / small.growth);
  say(
    `${format}: ${rounded(small.bytes / 2 ** 20)} MiB of ${FEW} papers grow it by ${rounded(small.growth)} MiB, ` +
      `${rounded(large.bytes / 2 ** 20)} MiB of ${FEW * TIMES} by ${rounded(large.growth)} MiB (${ratio} times as much)`,
  );
  return {
    [`${format}Small`]: rounded(small.growth),
    [`${format}Large`]: rounded(large.growth),
    [`${format}Ratio`]: ratio,
  };
}

/** What an earlier export has left would hide what the next one needs. */
async function inNewProcess(data: string, path: string): Promise<Reading> {
  const diglot = await EmbeddedProcess.start(['--data', data, '--no-examples'], [HEAP]);
  try {
    return await read(diglot, path);
  } finally {
    await diglot.stop();
  }
}

interface Reading {
  readonly bytes: number;
  /** MiB by which the process was larger, at most, than before. */
  readonly growth: number;
}

async function read(diglot: EmbeddedProcess, path: string): Promise<Reading> {
  const before = diglot.memory();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, diglot.memory())), LOOK);
  try {
    const response = await fetch(diglot.address + path, { headers: { 'accept-encoding': 'identity' } });
    if (!response.ok || !response.body) throw new Error(`${path} answers ${response.status}`);
    let bytes = 0;
    for await (const piece of response.body) {
      bytes += (piece as Uint8Array).length;
      await sleep(REST);
    }
    return { bytes, growth: most - before };
  } finally {
    clearInterval(timer);
  }
}

/** Papers as the indexer would have them, of two days. */
async function fill(data: string): Promise<void> {
  const dataFolder = await openDataFolder(data);
  const postgres = await startEmbeddedPostgres({ dataFolder });
  const database = await openDatabase({ url: postgres.url, applicationName: 'bench', migrations, entities });
  try {
    await migrate(database.dataSource);
    await insert(database, 1, FEW, DAY_OF_FEW);
    await insert(database, FEW + 1, FEW * TIMES, DAY_OF_OTHERS);
    await database.run('VACUUM (ANALYZE)');
  } finally {
    await database.close();
    await postgres.stop();
    await dataFolder.close();
  }
}

/**
 * One paper is made as it should be; the others differ from it in their identifiers, and so in every text: Parquet keeps once
 * what repeats.
 */
async function insert(database: Database, from: number, to: number, day: string): Promise<void> {
  const id = '2503.99999';
  const place = { subject: 'a', source: 'lab', path: 'a.md', date: day as CalendarDate, category: 'AI', topic: null };
  const text = {
    version: null,
    title: { en: `A title of usual length about what ${id} reads`, zh: `关于${id}所读内容的普通长度的标题` },
    authors: ['Ada Author', 'Bo Writer', 'Cy Reader'],
    link: `https://arxiv.org/pdf/${id}`,
    abstract: { en: `We study what ${id} reads. `.repeat(40), zh: `我们研究${id}所读的内容。`.repeat(40) },
  };
  const state = foldPaper(id as ArxivId, [{ ...place, text, title: null, abstract: null }]);
  await database.run(
    `INSERT INTO indexer.papers (arxiv_id, revision, state, newest_date, fold)
     SELECT id, 1, replace($1, $2, id)::json, $3::date, $6
     FROM generate_series($4::int, $5::int) AS number CROSS JOIN LATERAL (
       SELECT '25' || lpad((1 + number / 20000)::text, 2, '0') || '.' || lpad((number % 20000)::text, 5, '0') AS id
     )`,
    [JSON.stringify(state), id, day, from, to, FOLDED],
  );
}
