/** Resident bytes by service; of several processes, those of the largest. */
export type Memory = ReadonlyMap<string, number>;

/** A service whose memory is not back to its level. */
export interface Grown {
  readonly service: string;
  readonly before: number;
  readonly now: number;
  readonly limit: number;
}

const MEBIBYTE = 2 ** 20;

/**
 * Half as much again, and what a garbage collector may leave for later. A leak of a few hundred kilobytes in each of a
 * hundred runs is above that, and no noise that was seen (the sum of all services stayed within a quarter of its mean).
 */
const limitOf = (before: number): number => 1.5 * before + 64 * MEBIBYTE;
/** Of few runs of young processes on a busy machine, only that nothing has gone wholly wrong can be said. */
const sumLimitOf = (before: number): number => 2 * before + 512 * MEBIBYTE;

/** Of each service by itself: a life that began after the baseline is compared with those of its service before. */
export function judgeMemory(baseline: Memory, now: Memory): Grown[] {
  return [...now].flatMap(([service, bytes]) => {
    const before = baseline.get(service);
    const limit = before === undefined ? Infinity : limitOf(before);
    return before !== undefined && bytes > limit ? [{ service, before, now: bytes, limit }] : [];
  });
}

/** Of all services together, generously: for a short session. */
export function judgeSum(baseline: Memory, now: Memory): Grown[] {
  const before = sumOf(baseline);
  const bytes = sumOf(now);
  const limit = sumLimitOf(before);
  return bytes > limit ? [{ service: 'all services', before, now: bytes, limit }] : [];
}

/** The level of each service as the largest that was seen of it. */
export function largest(one: Memory, other: Memory): Memory {
  const level = new Map(one);
  for (const [service, bytes] of other) level.set(service, Math.max(bytes, level.get(service) ?? 0));
  return level;
}

export function sumOf(memory: Memory): number {
  return [...memory.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** In MiB, for a terminal. */
export function describeMemory(baseline: Memory, now: Memory): string {
  const each = [...now].map(([service, bytes]) => {
    const before = baseline.get(service);
    return `${service} ${before === undefined ? '?' : inMebibytes(before)} → ${inMebibytes(bytes)}`;
  });
  return each.join(', ');
}

export function inMebibytes(bytes: number): number {
  return Math.round(bytes / MEBIBYTE);
}
