import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CalendarDate } from '@diglot/domain';
import type { KindedNotice } from '@diglot/parser';
import { leaveOut } from '@diglot/testing';
import { KNOWN_BREAKS, PLANTED_BREAKS, plant, type KnownBreak } from './breaks.ts';
import { compareWithKnown } from './compare.ts';
import { inArchive, noticesOf } from './read-days.ts';

const ARCHIVE = fileURLToPath(new URL('../../../../shared/corpus/bench-digests.tar.gz', import.meta.url));
const withCorpus =
  existsSync(ARCHIVE) || !leaveOut(`the breaks of real sources: the load set is not at ${ARCHIVE}`) ? it : it.skip;

describe('in the days of the public repositories', () => {
  withCorpus('every known break is noticed, and no other of its kind', () => {
    const notices = inArchive(ARCHIVE, noticesOf);
    expect(notFound(KNOWN_BREAKS, notices)).toEqual([]);
    expect(surprises(KNOWN_BREAKS, notices)).toEqual([]);
    // Nothing repeats in these days.
    expect(notices.filter(({ kind }) => kind === 'day-repeated')).toEqual([]);
  });

  withCorpus('breaks that are planted are noticed from their first to their last day, and nothing else is', () => {
    const notices = inArchive(ARCHIVE, (folder) => noticesOf(folder, plant(PLANTED_BREAKS)));
    expect(notFound(PLANTED_BREAKS, notices)).toEqual([]);
    expect(surprises([...KNOWN_BREAKS, ...PLANTED_BREAKS], notices)).toEqual([]);
  });

  const notFound = (breaks: readonly KnownBreak[], notices: readonly KindedNotice[]) =>
    compareWithKnown(breaks, notices).flatMap(({ known, notices: found }) => (found.length === 0 ? [known.what] : []));

  /** Breaks of the Chinese that nobody knows of. */
  function surprises(breaks: readonly KnownBreak[], notices: readonly KindedNotice[]): KindedNotice[] {
    const known = new Set(compareWithKnown(breaks, notices).flatMap(({ notices: found }) => found));
    return notices.filter((notice) => notice.kind.startsWith('chinese-') && !known.has(notice));
  }
});

describe('the comparison', () => {
  const BREAK: KnownBreak = {
    what: 'x',
    feed: 'a',
    kind: 'days-missing',
    since: ['2025-03-03', '2025-03-05'],
    until: null,
  };
  const notice = (changes: Partial<KindedNotice>): KindedNotice => ({
    kind: 'days-missing',
    about: 'a',
    since: '2025-03-04' as CalendarDate,
    until: null,
    figures: {},
    details: [],
    ...changes,
  });
  const isFound = (known: KnownBreak, ...notices: KindedNotice[]) =>
    compareWithKnown([known], notices).every(({ notices: found }) => found.length > 0);

  it('finds a break by kind, feed and days', () => {
    expect(isFound(BREAK, notice({}))).toBe(true);
    expect(isFound(BREAK, notice({ about: 'a/AI' }))).toBe(true);
    expect(isFound(BREAK, notice({ about: 'ab' }))).toBe(false);
    expect(isFound(BREAK, notice({ kind: 'day-repeated' }))).toBe(false);
    expect(isFound(BREAK, notice({ since: '2025-03-06' as CalendarDate }))).toBe(false);
    expect(isFound(BREAK, notice({ until: '2025-03-06' as CalendarDate }))).toBe(false);
    expect(isFound({ ...BREAK, sections: 2 }, notice({}))).toBe(false);
  });
});
