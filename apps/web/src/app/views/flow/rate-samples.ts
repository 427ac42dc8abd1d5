import type { Flow } from '../../../api/types.ts';

/** What every stage settled per minute, at one moment. */
export interface RateSample {
  /** Seconds since 1970. */
  readonly at: number;
  readonly rates: Readonly<Record<string, number>>;
}

/** So many are kept: half an hour of looks, two seconds apart. */
const MOST = 900;

/** The samples with one more; the same moment is kept once. */
export function addSample(samples: readonly RateSample[], { at, stages }: Flow): readonly RateSample[] {
  const time = Date.parse(at) / 1_000;
  if ((samples.at(-1)?.at ?? -Infinity) >= time) return samples;
  const rates = Object.fromEntries(stages.map(({ consumer, perMinuteOut }) => [consumer, perMinuteOut]));
  return [...samples, { at: time, rates }].slice(-MOST);
}

/** As columns: the moments, then one for each stage. */
export function toColumns(samples: readonly RateSample[], consumers: readonly string[]): number[][] {
  return [samples.map(({ at }) => at), ...consumers.map((name) => samples.map(({ rates }) => rates[name] ?? 0))];
}
