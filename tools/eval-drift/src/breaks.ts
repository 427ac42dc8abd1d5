import type { NoticeKind } from '@diglot/domain';
import type { Damage } from './read-days.ts';

/** A break that is known to be in the public repositories, and how it must show in the days that are at hand. */
export interface KnownBreak {
  readonly what: string;
  readonly feed: string;
  readonly kind: NoticeKind;
  /** The first day noticed lies in between, both included: only a sample of the days is at hand. */
  readonly since: readonly [first: string, last: string];
  /** null: it goes on to the end. Absent: any. */
  readonly until?: readonly [first: string, last: string] | null;
  /** Where the notice is about sections, how many there must be at least. */
  readonly sections?: number;
}

const REPORTER = 'CSQianDong';
const ROBOTICS = 'KJaebye';

/** What reading the repositories by hand has found (../shared/design/corpus.md, "Change over time"). */
export const KNOWN_BREAKS: readonly KnownBreak[] = [
  {
    what: 'Chinese is gone from 3-Mar-2025 on',
    feed: REPORTER,
    kind: 'chinese-vanished',
    since: ['2025-03-03', '2025-03-05'],
    until: null,
  },
  {
    what: 'topic files without papers from late May 2026 on',
    feed: REPORTER,
    kind: 'papers-vanished',
    since: ['2026-05-18', '2026-06-30'],
    until: null,
    sections: 1,
  },
  {
    what: 'the model breaks down from 6 to 20 Aug 2025',
    feed: ROBOTICS,
    kind: 'chinese-garbled',
    since: ['2025-08-06', '2025-08-06'],
    until: ['2025-08-20', '2025-08-20'],
  },
  {
    what: 'no days around 20-Oct-2025',
    feed: ROBOTICS,
    kind: 'days-missing',
    since: ['2025-10-20', '2025-10-21'],
  },
  {
    what: 'no days from 14-Nov-2025 on',
    feed: ROBOTICS,
    kind: 'days-missing',
    since: ['2025-11-13', '2025-11-17'],
  },
];

/** A break that real digests are given, to see whether it would be noticed. */
export interface PlantedBreak extends KnownBreak {
  readonly days: readonly [first: string, last: string];
  /** What becomes of the Chinese abstract. */
  readonly damage: (abstract: string, title: string | null) => string;
}

/** What has not happened to the public repositories as yet, and happens to translators elsewhere. */
export const PLANTED_BREAKS: readonly PlantedBreak[] = [
  planted('every abstract loses its last third', ROBOTICS, 'chinese-length-changed', ['2025-06-09', '2025-06-13'], {
    damage: (abstract) => abstract.slice(0, abstract.length * 0.67),
  }),
  planted(
    'every abstract says a quarter of it again',
    ROBOTICS,
    'chinese-length-changed',
    ['2025-07-08', '2025-07-11'],
    {
      damage: (abstract) => abstract + abstract.slice(0, abstract.length * 0.25),
    },
  ),
  planted('titles stand in place of abstracts', REPORTER, 'chinese-shortened', ['2025-01-13', '2025-01-17'], {
    damage: (abstract, title) => title ?? abstract,
  }),
];

function planted(
  what: string,
  feed: string,
  kind: NoticeKind,
  days: readonly [string, string],
  { damage }: Pick<PlantedBreak, 'damage'>,
): PlantedBreak {
  const [first, last] = days;
  return { what, feed, kind, since: [first, first], until: [last, last], days, damage };
}

/** What is in the days of a planted break. */
export function plant(breaks: readonly PlantedBreak[]): Damage {
  return (entry, feed, date) => {
    const { zh } = entry.abstract;
    const found = breaks.find((each) => each.feed === feed && each.days[0] <= date && date <= each.days[1]);
    if (!found || zh === null) return entry;
    return { ...entry, abstract: { ...entry.abstract, zh: found.damage(zh, entry.title.zh) } };
  };
}
