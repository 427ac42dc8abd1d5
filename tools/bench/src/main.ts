import type { Bench } from './bench.ts';

/** Loaded on demand: a benchmark must not pay for the imports of another. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  parse: async () => (await import('./parse.bench.ts')).parseBench,
};

const [name = '', ...flags] = process.argv.slice(2);
const load = BENCHES[name];
const unknown = flags.filter((flag) => flag !== '--json');

if (load === undefined || unknown.length > 0) {
  console.error(await usage());
  process.exitCode = 2;
} else {
  const json = flags.includes('--json');
  const bench = await load();
  // With --json the figures are the last line; what people read stands before them.
  const figures = await bench.run({ say: (line) => console.log(line) });
  if (json) console.log(JSON.stringify(figures));
}

async function usage(): Promise<string> {
  const list = await Promise.all(
    Object.entries(BENCHES).map(async ([key, loadBench]) => `  ${key.padEnd(12)}${(await loadBench()).summary}`),
  );
  return ['usage: npm run bench -- NAME [--json]', '', ...list].join('\n');
}
