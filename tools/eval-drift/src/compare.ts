import type { KindedNotice } from '@diglot/parser';
import type { KnownBreak } from './breaks.ts';

/** A known break with the notices that show it; none: it was not found. */
export interface BreakResult {
  readonly known: KnownBreak;
  readonly notices: readonly KindedNotice[];
}

export function compareWithKnown(breaks: readonly KnownBreak[], notices: readonly KindedNotice[]): BreakResult[] {
  return breaks.map((known) => {
    const matching = notices.filter((notice) => shows(known, notice));
    return { known, notices: matching.length >= (known.sections ?? 1) ? matching : [] };
  });
}

function shows({ feed, kind, since, until }: KnownBreak, notice: KindedNotice): boolean {
  const isThere = notice.kind === kind && (notice.about === feed || notice.about.startsWith(`${feed}/`));
  return isThere && lies(notice.since, since) && (until === undefined || lies(notice.until, until));
}

function lies(date: string | null, range: readonly [first: string, last: string] | null): boolean {
  if (range === null || date === null) return range === date;
  return range[0] <= date && date <= range[1];
}
