/** What came of one point in one run. */
export interface PointResult {
  readonly point: string;
  readonly kills: number;
  readonly lost: number;
  readonly doubled: number;
  readonly undrained: number;
  /** From the end of the fault until everything had drained. */
  readonly secondsToDrain: number;
}

/** All runs of one point. */
export interface PointTotal {
  readonly point: string;
  readonly runs: number;
  readonly kills: number;
  readonly lost: number;
  readonly doubled: number;
  readonly undrained: number;
  /** The longest. */
  readonly secondsToDrain: number;
}

/** Sums results by point, in the order in which points first came. */
export function tally(results: readonly PointResult[]): PointTotal[] {
  const totals = new Map<string, PointTotal>();
  for (const { point, kills, lost, doubled, undrained, secondsToDrain } of results) {
    const before = totals.get(point) ?? NOTHING;
    totals.set(point, {
      point,
      runs: before.runs + 1,
      kills: before.kills + kills,
      lost: before.lost + lost,
      doubled: before.doubled + doubled,
      undrained: before.undrained + undrained,
      secondsToDrain: Math.max(before.secondsToDrain, secondsToDrain),
    });
  }
  return [...totals.values()];
}

/** Whether nothing was lost, done twice or left undone. */
export function isClean(totals: readonly PointTotal[]): boolean {
  return totals.every(({ lost, doubled, undrained }) => lost === 0 && doubled === 0 && undrained === 0);
}

const NOTHING = { runs: 0, kills: 0, lost: 0, doubled: 0, undrained: 0, secondsToDrain: 0 };
