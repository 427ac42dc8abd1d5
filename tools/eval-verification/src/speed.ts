import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createVerifier, loadLexicon, type Lexicon, type Pair } from '@diglot/verification';
import { percentile } from './statistics.ts';

/** How fast the engine is, in one process on one core. */
export interface Speed {
  readonly abstractsPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p95Milliseconds: number;
  readonly titlesPerSecond: number;
  readonly surfacePerSecond: number;
  readonly loadMilliseconds: number;
  readonly rssMegabytes: number;
}

const ROUNDS = 3;

/** Times untouched abstracts with all checks, titles with all checks, and abstracts with the surface checks alone. */
export function measureSpeed(corpus: string, lexiconBytes: Uint8Array): Speed {
  const started = performance.now();
  const lexicon = loadLexicon(lexiconBytes);
  const loadMilliseconds = performance.now() - started;
  const abstracts = untouched(corpus);
  const titles = goldTitles(corpus);
  const full = timed(abstracts, lexicon);
  const title = timed(titles, lexicon);
  const surface = timed(abstracts, null);
  return {
    abstractsPerSecond: perSecond(full),
    p50Milliseconds: percentile(full, 0.5),
    p95Milliseconds: percentile(full, 0.95),
    titlesPerSecond: perSecond(title),
    surfacePerSecond: perSecond(surface),
    loadMilliseconds,
    rssMegabytes: process.memoryUsage().rss / 1e6,
  };
}

/** Milliseconds of each pair in the fastest of some rounds, so that a busy machine is not measured. */
function timed(pairs: readonly Pair[], lexicon: Lexicon | null): number[] {
  const verify = createVerifier({ lexicon });
  const rounds = Array.from({ length: ROUNDS }, () =>
    pairs.map((pair) => {
      const from = performance.now();
      verify(pair);
      return performance.now() - from;
    }),
  );
  return rounds.toSorted((first, second) => sum(first) - sum(second))[0] ?? [];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const perSecond = (milliseconds: readonly number[]): number => (1000 * milliseconds.length) / sum(milliseconds);

function untouched(corpus: string): Pair[] {
  return gunzipSync(readFileSync(join(corpus, 'corruptions_dev.ndjson.gz')))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.includes('"type":"ok"'))
    .map((line) => JSON.parse(line) as Pair);
}

function goldTitles(corpus: string): Pair[] {
  const lines = readFileSync(join(corpus, 'gold_dev.jsonl'), 'utf8').split('\n');
  const titles = lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { field: string; en: string; zh: string })
    .filter(({ field }) => field === 'title')
    .map(({ en, zh }): Pair => ({ source: en, target: zh, genre: 'title' }));
  return Array.from({ length: 10 }, () => titles).flat();
}
