import { parseArgs } from 'node:util';
import type { Fuzz } from './fuzz.ts';

const FUZZERS: Readonly<Record<string, () => Promise<Fuzz>>> = {
  formats: async () => (await import('./formats/formats.fuzz.ts')).formatsFuzz,
  verification: async () => (await import('./verification/verification.fuzz.ts')).verificationFuzz,
};

const DEFAULT_RUNS = 200_000;

const call = readCall();
const load = FUZZERS[call?.name ?? ''];

if (!call || !load) {
  const list = await Promise.all(
    Object.entries(FUZZERS).map(async ([name, fuzz]) => `  ${name.padEnd(12)}${(await fuzz()).summary}`),
  );
  console.error(['usage: npm run fuzz -- NAME [--runs N] [--seed N] [--json]', '', ...list].join('\n'));
  process.exitCode = 2;
} else {
  const { runs, seed, json } = call;
  const fuzz = await load();
  console.log(`${runs.toLocaleString('en')} runs, seed ${seed}`);
  const figures = await fuzz.run({ runs, seed, say: (line) => console.log(line) });
  if (json) console.log(JSON.stringify(figures));
}

/** @returns null when the command line makes no sense */
function readCall(): { name: string; runs: number; seed: number; json: boolean } | null {
  try {
    const options = { runs: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [runs, seed] = [Number(values.runs ?? DEFAULT_RUNS), Number(values.seed ?? Date.now() % 2 ** 31)];
    const [name] = positionals;
    const makesSense = Number.isInteger(runs) && runs > 0 && Number.isInteger(seed) && positionals.length === 1;
    return name !== undefined && makesSense ? { name, runs, seed, json: values.json ?? false } : null;
  } catch {
    return null;
  }
}
