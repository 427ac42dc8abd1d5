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
  readonly surfaceTitlesPerSecond: number;
  readonly surfaceAbstractsPerSecond: number;
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
  const surfaceTitle = timed(titles, null);
  const surface = timed(abstracts, null);
  return {
    abstractsPerSecond: perSecond(full),
    p50Milliseconds: percentile(full.milliseconds, 0.5),
    p95Milliseconds: percentile(full.milliseconds, 0.95),
    titlesPerSecond: perSecond(title),
    surfaceTitlesPerSecond: perSecond(surfaceTitle),
    surfaceAbstractsPerSecond: perSecond(surface),
    loadMilliseconds,
    rssMegabytes: process.memoryUsage().rss / 1e6,
  };
}

interface Round {
  /** Wall time of each pair. */
  readonly milliseconds: readonly number[];
  /** Processor time of all pairs, garbage collection included. */
  readonly cpuMilliseconds: number;
}

/** The fastest of some rounds, so that the engine is measured and not what else the machine does. */
function timed(pairs: readonly Pair[], lexicon: Lexicon | null): Round {
  const verify = createVerifier({ lexicon });
  const rounds = Array.from({ length: ROUNDS }, (): Round => {
    const before = process.cpuUsage();
    const milliseconds = pairs.map((pair) => {
      const from = performance.now();
      verify(pair);
      return performance.now() - from;
    });
    const { user, system } = process.cpuUsage(before);
    return { milliseconds, cpuMilliseconds: (user + system) / 1000 };
  });
  return rounds.reduce((best, round) => (round.cpuMilliseconds < best.cpuMilliseconds ? round : best));
}

/** Per second of processor time: one core, however busy the machine is. */
const perSecond = ({ milliseconds, cpuMilliseconds }: Round): number => (1000 * milliseconds.length) / cpuMilliseconds;

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
