import { readFileSync } from 'node:fs';
import { readDigest } from '@diglot/formats';
import { remark } from 'remark';
import type { Bench, BenchOptions, Figures } from './bench.ts';
import { openDigestFiles, type DigestFiles } from './digest-files.ts';
import { hostileDigests } from './hostile-digests.ts';
import { median, rounded } from './statistics.ts';

type Files = DigestFiles['files'];
type Contender = 'diglot' | 'remark' | 'readAndDecode';

const ROUNDS = 9;
/** remark is so much slower that it gets one part of the files a round, another each time. */
const REMARK_PARTS = 27;
const MEGABYTE = 1e6;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Each begins with the file on disk, in the page cache, and leaves something that cannot be optimised away. */
const WORK: Readonly<Record<Contender, (path: string) => number>> = {
  diglot: (path) => readDigest(readFileSync(path), { path }).entries.length,
  remark: (path) => remark.parse(decoder.decode(readFileSync(path))).children.length,
  readAndDecode: (path) => decoder.decode(readFileSync(path)).length,
};

/** Megabytes of digest a second, one thread: ours, remark's (Markdown syntax tree only), and reading and decoding alone. */
export const parseBench: Bench = {
  summary: 'MB/s of reading digests, beside remark and beside reading and decoding alone',
  async run(options) {
    const digests = openDigestFiles();
    try {
      options.say(`over ${digests.origin}`);
      return measureRounds(digests.files, options);
    } finally {
      digests.dispose();
    }
  },
};

function measureRounds(files: Files, { say }: BenchOptions): Figures {
  const speeds: Record<Contender, number[]> = { diglot: [], remark: [], readAndDecode: [] };
  const shareOfDecoding: number[] = [];
  // Interleaved, so that whatever else the machine does befalls all; round 0 warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const part = files.filter((_, index) => index % REMARK_PARTS === round % REMARK_PARTS);
    const speed = {
      diglot: measure('diglot', files),
      readAndDecode: measure('readAndDecode', files),
      remark: measure('remark', files.length < REMARK_PARTS ? files : part),
    };
    if (round === 0) continue;
    for (const name of ['diglot', 'remark', 'readAndDecode'] as const) speeds[name].push(speed[name]);
    shareOfDecoding.push(speed.diglot / speed.readAndDecode);
  }
  for (const name of ['diglot', 'remark', 'readAndDecode'] as const) say(describe(name, speeds[name]));
  const [diglot, remarkSpeed] = [median(speeds.diglot), median(speeds.remark)];
  say(`diglot is ${rounded(diglot / remarkSpeed)} times as fast as remark`);
  say(`and ${rounded(median(shareOfDecoding))} times as fast as reading and decoding alone (median of the rounds)`);
  measureHostile(say);
  return {
    diglot: rounded(diglot),
    remark: rounded(remarkSpeed),
    readAndDecode: rounded(median(speeds.readAndDecode)),
  };
}

/** MB/s over some files. */
function measure(contender: Contender, files: Files): number {
  const work = WORK[contender];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const start = performance.now();
  for (const file of files) work(file.path);
  return bytes / MEGABYTE / ((performance.now() - start) / 1_000);
}

function describe(name: string, speeds: readonly number[]): string {
  const range = `${rounded(Math.min(...speeds))}–${rounded(Math.max(...speeds))}`;
  return `${name.padEnd(14)} ${String(rounded(median(speeds))).padStart(6)} MB/s (${range})`;
}

/** Linear time shows as the same speed for one and for sixteen megabytes of the same shape. */
function measureHostile(say: BenchOptions['say']): void {
  say('hostile shapes, MB/s at 1 and at 16 MB:');
  for (const { name, print } of hostileDigests) {
    const [small, large] = [1, 16].map((size) => speedOf(Buffer.from(print(size * MEGABYTE))));
    say(`  ${name.padEnd(36)} ${String(rounded(small ?? 0)).padStart(6)} ${String(rounded(large ?? 0)).padStart(6)}`);
  }
}

function speedOf(bytes: Buffer): number {
  const start = performance.now();
  readDigest(bytes, { path: 'hostile.md' });
  return bytes.length / MEGABYTE / ((performance.now() - start) / 1_000);
}
