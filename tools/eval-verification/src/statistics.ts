/** A share with its 95 % Wilson score interval (Wilson 1927). */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: Number.NaN, low: 0, high: 1 };
  const share = hits / of;
  const centre = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const margin = (Z / (1 + (Z * Z) / of)) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return { hits, of, share, low: Math.max(0, centre - margin), high: Math.min(1, centre + margin) };
}

/** Probability that a damaged pair ranks above an untouched one; ties count half. */
export function areaUnderCurve(damaged: readonly number[], untouched: readonly number[]): number {
  const ranked = [
    ...damaged.map((value) => ({ value, isDamaged: true })),
    ...untouched.map((value) => ({ value, isDamaged: false })),
  ].sort((first, second) => first.value - second.value);
  let rankSum = 0;
  for (let from = 0; from < ranked.length;) {
    let to = from;
    while (to < ranked.length && ranked[to]?.value === ranked[from]?.value) to += 1;
    const rank = (from + to + 1) / 2;
    for (let index = from; index < to; index += 1) if (ranked[index]?.isDamaged) rankSum += rank;
    from = to;
  }
  const pairs = damaged.length * untouched.length;
  return pairs === 0 ? Number.NaN : (rankSum - (damaged.length * (damaged.length + 1)) / 2) / pairs;
}

/** The lowest threshold that at most the given share of values exceeds. */
export function thresholdFor(values: readonly number[], budget: number): number {
  const sorted = values.toSorted((first, second) => second - first);
  return sorted[Math.floor(values.length * budget)] ?? Number.POSITIVE_INFINITY;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
