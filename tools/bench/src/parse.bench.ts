import { readFileSync } from 'node:fs';
import { DiglotError } from '@diglot/domain';
import { parseDigest, readDigest, readDigestInSteps } from '@diglot/formats';
import { remark } from 'remark';
import type { Bench, BenchOptions, Figures } from './bench.ts';
import { openDigestFiles, type DigestFiles } from './digest-files.ts';
import { hostileDigests } from './hostile-digests.ts';
import { median, rounded } from './statistics.ts';

type Files = DigestFiles['files'];
type Contender = 'diglot' | 'parse' | 'remark' | 'readAndDecode';

const ROUNDS = 9;
/** remark is so much slower that it gets one part of the files a round, another each time. */
const REMARK_PARTS = 27;
const MEGABYTE = 1e6;
/** The largest file that is taken. */
const LARGEST = 64 * 1024 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A file, and its text for the contender that is given it decoded. */
interface Work {
  readonly path: string;
  readonly bytes: number;
  readonly text: string;
}

/** All but one begin with the file on disk, in the page cache, and leave something that cannot be optimised away. */
const WORK: Readonly<Record<Contender, (work: Work) => number>> = {
  diglot: ({ path }) => readDigest(readFileSync(path), { path }).entries.length,
  parse: ({ path, text }) => parseDigest(text, { path }).entries.length,
  remark: ({ path }) => remark.parse(decoder.decode(readFileSync(path))).children.length,
  readAndDecode: ({ path }) => decoder.decode(readFileSync(path)).length,
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

function measureRounds(listed: Files, { say }: BenchOptions): Figures {
  const files = listed.map((file) => ({ ...file, text: decoder.decode(readFileSync(file.path)) }));
  const speeds: Record<Contender, number[]> = { diglot: [], parse: [], remark: [], readAndDecode: [] };
  const shares: Record<'diglot' | 'parse', number[]> = { diglot: [], parse: [] };
  // Interleaved, so that whatever else the machine does befalls all; round 0 warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const part = files.filter((_, index) => index % REMARK_PARTS === round % REMARK_PARTS);
    const speed = {
      diglot: measure('diglot', files),
      readAndDecode: measure('readAndDecode', files),
      parse: measure('parse', files),
      remark: measure('remark', files.length < REMARK_PARTS ? files : part),
    };
    if (round === 0) continue;
    for (const name of Object.keys(speed) as Contender[]) speeds[name].push(speed[name]);
    for (const name of ['diglot', 'parse'] as const) shares[name].push(speed[name] / speed.readAndDecode);
  }
  for (const name of Object.keys(speeds) as Contender[]) say(describe(name, speeds[name]));
  const timesRemark = (name: Contender) => rounded(median(speeds[name]) / median(speeds.remark));
  const figures = {
    diglot: rounded(median(speeds.diglot)),
    parse: rounded(median(speeds.parse)),
    remark: rounded(median(speeds.remark)),
    readAndDecode: rounded(median(speeds.readAndDecode)),
    diglotOfRemark: timesRemark('diglot'),
    parseOfRemark: timesRemark('parse'),
    diglotOfReadAndDecode: rounded(median(shares.diglot)),
    parseOfReadAndDecode: rounded(median(shares.parse)),
  };
  say(
    `from the file: ${figures.diglotOfRemark} × remark, ${figures.diglotOfReadAndDecode} × reading and decoding alone`,
  );
  say(`from the text: ${figures.parseOfRemark} × remark, ${figures.parseOfReadAndDecode} × reading and decoding alone`);
  measureHostile(say);
  return figures;
}

/** MB/s over some files. */
function measure(contender: Contender, files: readonly Work[]): number {
  const work = WORK[contender];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const start = performance.now();
  for (const file of files) work(file);
  return bytes / MEGABYTE / ((performance.now() - start) / 1_000);
}

function describe(name: string, speeds: readonly number[]): string {
  const range = `${rounded(Math.min(...speeds))}–${rounded(Math.max(...speeds))}`;
  return `${name.padEnd(14)} ${String(rounded(median(speeds))).padStart(6)} MB/s (${range})`;
}

/** Linear time shows as the same speed for one and for sixteen megabytes; no step may hold others up for long. */
function measureHostile(say: BenchOptions['say']): void {
  say('hostile shapes: MB/s at 1 and at 16 MB, and the longest step at 64 MiB in ms:');
  for (const { name, print } of hostileDigests) {
    const [small = 0, large = 0] = [1, 16].map((size) => speedOf(Buffer.from(print(size * MEGABYTE))));
    const step = longestStep(Buffer.from(print(LARGEST)));
    const figures = [small, large, step].map((figure) => String(rounded(figure)).padStart(7));
    say(`  ${name.padEnd(36)}${figures.join('')}`);
  }
}

function speedOf(bytes: Buffer): number {
  const start = performance.now();
  readSteps(bytes, () => {});
  return bytes.length / MEGABYTE / ((performance.now() - start) / 1_000);
}

function longestStep(bytes: Buffer): number {
  let longest = 0;
  readSteps(bytes, (milliseconds) => {
    longest = Math.max(longest, milliseconds);
  });
  return longest;
}

/** Reads a file, or has it refused, step by step. */
function readSteps(bytes: Buffer, onStep: (milliseconds: number) => void): void {
  const steps = readDigestInSteps(bytes, { path: 'hostile.md' });
  try {
    for (;;) {
      const begun = performance.now();
      const { done } = steps.next();
      onStep(performance.now() - begun);
      if (done) return;
    }
  } catch (error) {
    if (!(error instanceof DiglotError)) throw error;
  }
}
