import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench, BenchOptions, Figures } from './bench.ts';
import { openDigestFiles } from './digest-files.ts';
import { median, rounded } from './statistics.ts';

const ROUNDS = 7;
const CLI = fileURLToPath(new URL('../../../apps/cli/bin/diglot.mjs', import.meta.url));
/** The least that reading a folder can be: `cat` of its files through a SHA-256, start of Node and all. */
const HASH = `
  import { createHash } from 'node:crypto';
  import { readdirSync, readFileSync } from 'node:fs';
  import { join } from 'node:path';
  const hash = createHash('sha256');
  for (const entry of readdirSync(process.argv[1], { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
  }
  console.log(hash.digest('hex'));`;

/** Whole processes, from their start to their end. */
export const dryRunBench: Bench = {
  summary: 'how many times as long `diglot ingest --dry-run` takes as hashing the same files',
  async run(options) {
    const digests = openDigestFiles();
    try {
      options.say(`over ${digests.origin}`);
      return measure(digests.folder, options);
    } finally {
      digests.dispose();
    }
  },
};

function measure(folder: string, { say }: BenchOptions): Figures {
  const hash: number[] = [];
  const dryRun: number[] = [];
  const ratios: number[] = [];
  // Interleaved, so that whatever else the machine does befalls both; round 0 warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const hashing = seconds(['--input-type=module', '--eval', HASH, folder]);
    const reading = seconds([CLI, 'ingest', folder, '--dry-run', '--json']);
    if (round === 0) continue;
    hash.push(hashing);
    dryRun.push(reading);
    ratios.push(reading / hashing);
  }
  const ratio = rounded(median(ratios));
  say(`hashing ${rounded(median(hash))} s, dry run ${rounded(median(dryRun))} s`);
  say(`the dry run takes ${ratio} times as long (median of ${ROUNDS} rounds)`);
  return { hash: rounded(median(hash)), dryRun: rounded(median(dryRun)), ratio };
}

function seconds(args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`node ${args[0] ?? ''} ended with ${status}: ${stderr}`);
  return (performance.now() - started) / 1000;
}
