import type { SourceItem } from '../../../api/types.ts';

/** How far a source has been read. */
export interface Backfill {
  readonly read: number;
  /** Also of what was seen and is not taken yet: else the whole would grow while it is taken. */
  readonly all: number;
  /** Until all is read, at the pace of now; null: nothing moves, or has only begun to. */
  readonly seconds: number | null;
}

type Figures = Pick<SourceItem, 'digests' | 'waiting' | 'coming' | 'perMinute'>;

/** @returns null when all is read */
export function backfillOf({ digests, waiting, coming, perMinute }: Figures): Backfill | null {
  const left = waiting + coming;
  if (left === 0) return null;
  return { read: digests - waiting, all: digests + coming, seconds: perMinute > 0 ? (left / perMinute) * 60 : null };
}
