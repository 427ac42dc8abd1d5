import type { ArxivId } from '@diglot/domain';

/** Numbers the blocks of each paper in one file, from 1. */
export class Ordinals {
  private readonly seen = new Map<ArxivId, number>();

  next(arxivId: ArxivId): number {
    const ordinal = (this.seen.get(arxivId) ?? 0) + 1;
    this.seen.set(arxivId, ordinal);
    return ordinal;
  }
}
