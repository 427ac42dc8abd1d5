import { NOTICE_DETAILS } from '@diglot/contracts';
import type { CalendarDate } from '@diglot/domain';
import { digestDateFromPath } from '@diglot/formats';
import { groupBy } from '../../group-by.ts';
import { nameSection, type FoundNotice, type IndexClaim, type SectionDay, type SourceFacts } from '../source-days.ts';

/** What a row of an index table speaks of. */
interface Claimed {
  readonly date: CalendarDate;
  readonly folder: string;
  /** null: all of the day. */
  readonly section: string | null;
  readonly papers: number;
}

/** Index tables whose numbers are not those of the digests that came: one notice a table. */
export function findIndexDifferences({ days, claims }: SourceFacts): FoundNotice[] {
  const found = new Digests(days);
  return [...groupBy(claims, ({ path }) => path)].flatMap(([path, rows]) => {
    const compared = rows
      .map(readClaim)
      .filter((claim) => claim !== null)
      .map((claim) => ({ claim, came: found.count(claim) }))
      .filter(({ claim, came }) => claim.papers !== (came ?? 0));
    return compared.length === 0 ? [] : [notice(path, rows.length, compared)];
  });
}

interface Difference {
  readonly claim: Claimed;
  /** null: no digest came. */
  readonly came: number | null;
}

function notice(about: string, rows: number, differences: readonly Difference[]): FoundNotice {
  const ordered = differences.toSorted((a, b) => (describe(a) < describe(b) ? -1 : 1));
  const dates = differences.map(({ claim }) => claim.date).toSorted();
  return {
    about,
    since: dates[0] ?? null,
    until: dates.at(-1) ?? null,
    figures: {
      rows,
      differing: differences.length,
      absent: differences.filter(({ came }) => came === null).length,
      claimed: differences.reduce((sum, { claim }) => sum + claim.papers, 0),
      found: differences.reduce((sum, { came }) => sum + (came ?? 0), 0),
    },
    details: ordered.slice(0, NOTICE_DETAILS).map(describe),
  };
}

function describe({ claim: { date, folder, section, papers }, came }: Difference): string {
  const what = section === null ? folder : nameSection(folder, section);
  return `${date}${what === '' ? '' : ` ${what}`}: ${papers} claimed, ${came === null ? 'no digest came' : `${came} came`}`;
}

/**
 * `4-Mar-2025/README.md` speaks of its day's sections; `README.md`, of days; `Multimodal/README.md`, of one section's
 * days. The links are not looked at: in one public repository most lead to another day.
 * @returns null where neither path nor label names a day
 */
function readClaim({ path, date: dateOfPath, label, papers }: IndexClaim): Claimed | null {
  const folders = path.split(/\/|__/).slice(0, -1);
  const date = digestDateFromPath(label);
  if (date !== null) return { date, folder: folders.join('/'), section: null, papers };
  if (dateOfPath === null) return null;
  return { date: dateOfPath, folder: folders.slice(0, -1).join('/'), section: label, papers };
}

/** How many papers the digests have that came. */
class Digests {
  readonly #feeds: ReadonlySet<string>;
  readonly #days: ReadonlyMap<string, readonly SectionDay[]>;

  constructor(days: readonly SectionDay[]) {
    this.#feeds = new Set(days.map(({ feed }) => feed));
    this.#days = groupBy(days, ({ feed, date }) => `${feed}\n${date}`);
  }

  /** @returns null where no digest came */
  count({ date, folder, section }: Claimed): number | null {
    if (section !== null) return this.#sectionOf(folder, date, section);
    if (this.#feeds.has(folder)) return this.#allOf(folder, date);
    // Not a feed, so it is one section's own index: its folder bears the name of the section.
    const parts = folder.split('/');
    return this.#sectionOf(parts.slice(0, -1).join('/'), date, parts.at(-1) ?? '');
  }

  #sectionOf(feed: string, date: CalendarDate, name: string): number | null {
    const days = this.#days.get(`${feed}\n${date}`) ?? [];
    return sum(days.filter(({ section }) => section === name));
  }

  /** A paper of a category stands in a topic once more; so where a day has categories only those are counted. */
  #allOf(feed: string, date: CalendarDate): number | null {
    const days = this.#days.get(`${feed}\n${date}`) ?? [];
    const categories = days.filter(({ isCategory }) => isCategory);
    return sum(categories.length > 0 ? categories : days);
  }
}

function sum(days: readonly SectionDay[]): number | null {
  return days.length === 0 ? null : days.reduce((total, { profile }) => total + profile.entries, 0);
}
