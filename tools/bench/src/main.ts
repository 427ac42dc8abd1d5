import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';

/** Loaded on demand: a benchmark must not pay for the imports of another. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  export: async () => (await import('./export.bench.ts')).exportBench,
  'kafka-idle': async () => (await import('./kafka-idle.bench.ts')).kafkaIdleBench,
  page: async () => (await import('./page.bench.ts')).pageBench,
  parse: async () => (await import('./parse.bench.ts')).parseBench,
  search: async () => (await import('./search.bench.ts')).searchBench,
  'dry-run': async () => (await import('./dry-run.bench.ts')).dryRunBench,
  'stack-way': async () => (await import('./stack-way.bench.ts')).stackWayBench,
  'whole-way': async () => (await import('./whole-way.bench.ts')).wholeWayBench,
};

const call = readCall();
const load = BENCHES[call?.name ?? ''];

if (!call || !load) {
  console.error(await usage());
  process.exitCode = 2;
} else {
  const { json, files, data } = call;
  const bench = await load();
  // With --json the figures are the last line; what people read stands before them.
  const figures = await bench.run({
    say: (line) => console.log(line),
    ...(files ? { files } : {}),
    ...(data ? { data } : {}),
  });
  if (json) console.log(JSON.stringify(figures));
}

/** @returns null when the command line makes no sense */
function readCall(): { name: string; json: boolean; files: number | null; data: string | null } | null {
  try {
    const options = { json: { type: 'boolean' }, files: { type: 'string' }, data: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const files = values.files === undefined ? null : Number(values.files);
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) return null;
    if (files !== null && !(Number.isInteger(files) && files > 0)) return null;
    return { name, json: values.json ?? false, files, data: values.data ?? null };
  } catch {
    return null;
  }
}

async function usage(): Promise<string> {
  const list = await Promise.all(
    Object.entries(BENCHES).map(async ([key, loadBench]) => `  ${key.padEnd(12)}${(await loadBench()).summary}`),
  );
  return ['usage: npm run bench -- NAME [--json] [--files N] [--data DIR]', '', ...list].join('\n');
}
