import { addDays, expectedDays, type CalendarDate } from '@diglot/domain';
import { byFeed, type FeedDay, type FoundNotice, type SourceFacts } from '../source-days.ts';

/** A feed with fewer days, or with less than half of the days that it could have, does not come every working day. */
const FEWEST_DAYS = 5;
const REGULAR_SHARE = 0.5;
/** A digest of a day may come so many days later before it counts as missing: hosts lie in all time zones. */
const GRACE_DAYS = 2;

/** Working days of a feed without any digest, neighbours together; and that it has ended to come. */
export function findMissingDays({ days, today }: SourceFacts): FoundNotice[] {
  return [...byFeed(days)].flatMap(([about, feed]) => findIn(about, feed, addDays(today, -GRACE_DAYS)));
}

function findIn(about: string, feed: readonly FeedDay[], due: CalendarDate): FoundNotice[] {
  const [first, last] = [feed[0]?.date, feed.at(-1)?.date];
  if (first === undefined || last === undefined || feed.length < FEWEST_DAYS) return [];
  const present = new Set(feed.map(({ date }) => date));
  const expected = expectedDays(first, last);
  if (expected.filter((day) => present.has(day)).length < expected.length * REGULAR_SHARE) return [];
  const gaps = findGaps(expected, present).map((gap) => ({
    about,
    since: gap[0],
    until: gap.at(-1) ?? gap[0],
    figures: { days: gap.length },
    details: [],
  }));
  // No number of days: it would be another one every morning.
  const [silentSince] = expectedDays(addDays(last, 1), due);
  const silence = { about, until: null, figures: { daysBefore: feed.length }, details: [] };
  return silentSince === undefined ? gaps : [...gaps, { ...silence, since: silentSince }];
}

type Gap = [CalendarDate, ...CalendarDate[]];

function findGaps(expected: readonly CalendarDate[], present: ReadonlySet<CalendarDate>): Gap[] {
  const gaps: Gap[] = [];
  let gap: Gap | null = null;
  for (const day of expected) {
    if (present.has(day)) gap = null;
    else if (gap !== null) gap.push(day);
    else gaps.push((gap = [day]));
  }
  return gaps;
}
