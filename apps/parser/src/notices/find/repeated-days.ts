import { NOTICE_DETAILS } from '@diglot/contracts';
import {
  byFeed,
  nameSection,
  type FeedDay,
  type FoundNotice,
  type SectionDay,
  type SourceFacts,
} from '../source-days.ts';

/** Chance may bring fewer papers together twice. */
const FEWEST_PAPERS = 3;

interface Repetition {
  readonly of: SectionDay['date'];
  readonly section: SectionDay;
}

/** Days whose digests print the papers of an earlier day, section by section. */
export function findRepeatedDays({ days }: SourceFacts): FoundNotice[] {
  return [...byFeed(days)].flatMap(([feed, feedDays]) => {
    const firstDays = new Map<string, SectionDay['date']>();
    return feedDays.flatMap((day) => {
      const repetitions = repetitionsIn(day, firstDays);
      return repetitions.length === 0 ? [] : [notice(feed, day, repetitions)];
    });
  });
}

/** Remembers what it sees for the days that follow. */
function repetitionsIn({ date, sections }: FeedDay, firstDays: Map<string, SectionDay['date']>): Repetition[] {
  return sections.flatMap((section) =>
    section.papersHashes.flatMap((hash) => {
      const key = `${section.section}\n${hash}`;
      const of = firstDays.get(key);
      if (of === undefined) firstDays.set(key, date);
      return of !== undefined && section.profile.entries >= FEWEST_PAPERS ? [{ of, section }] : [];
    }),
  );
}

function notice(about: string, { date, sections }: FeedDay, repetitions: readonly Repetition[]): FoundNotice {
  const papers = repetitions.reduce((sum, { section }) => sum + section.profile.entries, 0);
  return {
    about,
    since: date,
    until: date,
    figures: { sections: sections.length, repeated: repetitions.length, papers },
    details: repetitions
      .map(({ of, section }) => `${nameSection(about, section.section) || 'its digest'}: the papers of ${of}`)
      .toSorted()
      .slice(0, NOTICE_DETAILS),
  };
}
