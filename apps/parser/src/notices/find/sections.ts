import {
  byFeed,
  nameSection,
  type FeedDay,
  type FoundNotice,
  type SectionDay,
  type SourceFacts,
} from '../source-days.ts';

/** A section that came on each of so many days is one that comes every day. */
const REGULAR_DAYS = 10;
/** How many of the days before tell how many papers are usual. */
const USUAL_DAYS = 15;
/**
 * So many papers must be missing: where m are usual on a day, chance brings none at all on k days with a probability
 * of e^(-mk), here 1 of 400.
 */
const FEWEST_EXPECTED = 6;

/** A section of a feed, on all days from its first one on; undefined where it has no digest. */
interface SectionSeries {
  readonly section: string;
  readonly about: string;
  readonly days: readonly { readonly date: SectionDay['date']; readonly digest: SectionDay | undefined }[];
}

/** Sections that came every day and have no digest on days on which others have one. */
export function findMissingSections(facts: SourceFacts): FoundNotice[] {
  const named = sectionSeries(facts).filter(({ section }) => section !== '');
  return named.flatMap(({ about, days }) =>
    runsOf(days, ({ digest }) => digest === undefined)
      .filter(({ begin }) => begin >= REGULAR_DAYS)
      .filter(({ begin }) => days.slice(begin - REGULAR_DAYS, begin).every(({ digest }) => digest !== undefined))
      .map((run) => ({ about, ...span(days, run), figures: { days: run.end - run.begin }, details: [] })),
  );
}

/** Sections whose digests came without any paper for so long that it cannot be chance. */
export function findVanishedPapers(facts: SourceFacts): FoundNotice[] {
  return sectionSeries(facts).flatMap(({ about, days }) => {
    const printed = days.flatMap(({ date, digest }) => (digest ? [{ date, entries: digest.profile.entries }] : []));
    return runsOf(printed, ({ entries }) => entries === 0).flatMap((run) => {
      const usual = printed.slice(Math.max(0, run.begin - USUAL_DAYS), run.begin);
      const mean = usual.reduce((sum, { entries }) => sum + entries, 0) / usual.length;
      const length = run.end - run.begin;
      if (!(mean * length >= FEWEST_EXPECTED)) return [];
      const figures = { days: length, usualPapers: Math.round(mean * 10) / 10 };
      return [{ about, ...span(printed, run), figures, details: [] }];
    });
  });
}

function sectionSeries({ days }: SourceFacts): SectionSeries[] {
  return [...byFeed(days)].flatMap(([feed, feedDays]) => {
    const names = new Set(feedDays.flatMap(({ sections }) => sections.map(({ section }) => section)));
    return [...names].map((name) => seriesOf(feed, name, feedDays));
  });
}

function seriesOf(feed: string, name: string, feedDays: readonly FeedDay[]): SectionSeries {
  const days = feedDays.map(({ date, sections }) => ({
    date,
    digest: sections.find(({ section }) => section === name),
  }));
  const first = days.findIndex(({ digest }) => digest !== undefined);
  return { section: name, about: nameSection(feed, name), days: days.slice(first) };
}

/** `[begin, end)`. */
interface Run {
  readonly begin: number;
  readonly end: number;
}

function runsOf<Day>(days: readonly Day[], isIn: (day: Day) => boolean): Run[] {
  const runs: Run[] = [];
  for (let begin = 0; begin < days.length; begin += 1) {
    let end = begin;
    for (let day = days[end]; day !== undefined && isIn(day); day = days[end]) end += 1;
    if (end > begin) runs.push({ begin, end });
    begin = end;
  }
  return runs;
}

function span(
  days: readonly { readonly date: SectionDay['date'] }[],
  { begin, end }: Run,
): Pick<FoundNotice, 'since' | 'until'> {
  return { since: days[begin]?.date ?? null, until: end === days.length ? null : (days[end - 1]?.date ?? null) };
}
