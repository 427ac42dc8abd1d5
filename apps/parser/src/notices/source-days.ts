import type { CalendarDate } from '@diglot/domain';
import { groupBy } from '../group-by.ts';
import type { DigestProfile } from '../profile/digest-profile.ts';
import type { SidecarComparison } from '../sidecars/compare-sidecar.ts';

/** The digests of one category or topic on one day, added up. */
export interface SectionDay {
  /** The folder that holds the days: a source may hold several feeds beside each other. Empty: the source itself. */
  readonly feed: string;
  /** A category or topic; empty where a path names none. */
  readonly section: string;
  readonly isCategory: boolean;
  readonly date: CalendarDate;
  readonly profile: Omit<DigestProfile, 'papersHash'>;
  /** Of its digests, each once. */
  readonly papersHashes: readonly string[];
}

/** A row of an index table: so many papers for a subject, or for a day. */
export interface IndexClaim {
  readonly path: string;
  /** Of the path, as the watcher knows it. */
  readonly date: CalendarDate | null;
  readonly label: string;
  readonly papers: number;
}

/** A sidecar, and how it differs from the digest that it is the twin of. */
export interface SidecarFacts {
  readonly path: string;
  readonly date: CalendarDate | null;
  /** false: no digest came. */
  readonly hasDigest: boolean;
  readonly comparison: SidecarComparison;
}

/** What is known of a source, and which day it is. */
export interface SourceFacts {
  readonly days: readonly SectionDay[];
  readonly claims: readonly IndexClaim[];
  readonly sidecars: readonly SidecarFacts[];
  readonly today: CalendarDate;
}

/** A notice that holds. */
export interface FoundNotice {
  readonly about: string;
  readonly since: CalendarDate | null;
  /** null: it goes on, as far as is known. */
  readonly until: CalendarDate | null;
  readonly figures: Readonly<Record<string, number>>;
  readonly details: readonly string[];
}

/** One feed's days in order, each with its sections. */
export interface FeedDay {
  readonly date: CalendarDate;
  readonly sections: readonly SectionDay[];
  readonly profile: SectionDay['profile'];
}

export function byFeed(days: readonly SectionDay[]): ReadonlyMap<string, readonly FeedDay[]> {
  const feeds = groupBy(days, ({ feed }) => feed);
  return new Map([...feeds].map(([feed, sections]) => [feed, feedDays(sections)]));
}

function feedDays(days: readonly SectionDay[]): readonly FeedDay[] {
  return [...groupBy(days, ({ date }) => date)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, sections]) => ({ date, sections, profile: addUp(sections.map(({ profile }) => profile)) }));
}

export function addUp(profiles: readonly SectionDay['profile'][]): SectionDay['profile'] {
  const sum = (name: keyof SectionDay['profile']) => profiles.reduce((total, profile) => total + profile[name], 0);
  return {
    entries: sum('entries'),
    chineseTitles: sum('chineseTitles'),
    chineseAbstracts: sum('chineseAbstracts'),
    comparable: sum('comparable'),
    short: sum('short'),
    garbled: sum('garbled'),
    han: sum('han'),
    words: sum('words'),
    withoutAuthors: sum('withoutAuthors'),
  };
}

/** How a notice names a section of a feed. */
export function nameSection(feed: string, section: string): string {
  return [feed, section].filter((part) => part !== '').join('/');
}
