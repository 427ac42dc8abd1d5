import { GENRES, type Judgement } from '@diglot/domain';
import type { Member } from './paper-translated.decision.ts';

/** What one paper adds to the counts of one day, source and origin. */
export interface ContributionPart {
  /** `-infinity` where no path names a day. */
  readonly day: string;
  /** Empty: a translation that no digest prints. */
  readonly source: string;
  /** `digest`, or the author of a translation. */
  readonly origin: string;
  /** By measure; see {@link contributionOf}. */
  readonly counts: Readonly<Record<string, number>>;
}

/** One sum that changes. */
export interface TrendChange extends Pick<ContributionPart, 'day' | 'source' | 'origin'> {
  readonly measure: string;
  readonly change: number;
}

/** Width of a class of the ratio of lengths, and where the last class, open to above, begins. */
export const RATIO_STEP = 0.05;
export const RATIO_MOST = 1.5;

const DIGEST = 'digest';
const NO_DAY = '-infinity';

/**
 * What a paper's set adds to the trends: a function of the set, so neither order nor repetition can change a sum.
 * Measures: `entries`, `papers`, `without-chinese`, `title:VERDICT`, `abstract:VERDICT`, `issue:CODE`, `severity:SEVERITY`
 * and `ratio:FROM`, the class of the length of the Chinese abstract by that of its English.
 */
export function contributionOf(members: readonly Member[]): ContributionPart[] {
  const parts = new Map<string, ContributionPart & { counts: Record<string, number> }>();
  for (const member of members.filter(isCounted)) {
    const place = placeOf(member);
    const key = JSON.stringify(Object.values(place));
    const part = parts.get(key) ?? { ...place, counts: {} };
    for (const measure of measuresOf(member)) part.counts[measure] = (part.counts[measure] ?? 0) + 1;
    if (place.origin === DIGEST) part.counts['papers'] = 1;
    parts.set(key, part);
  }
  // Sorted, so that equal sets have equal contributions.
  return [...parts.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => sorted(part));
}

/** How the sums change when contributions take the place of others, in the order of the key; sums that stay are left out. */
export function changesBetween(before: readonly ContributionPart[], after: readonly ContributionPart[]): TrendChange[] {
  const changes = new Map<string, { -readonly [Key in keyof TrendChange]: TrendChange[Key] }>();
  const add = (parts: readonly ContributionPart[], sign: number): void => {
    for (const { day, source, origin, counts } of parts) {
      for (const [measure, count] of Object.entries(counts)) {
        const key = JSON.stringify([day, source, origin, measure]);
        const change = changes.get(key) ?? { day, source, origin, measure, change: 0 };
        change.change += sign * count;
        changes.set(key, change);
      }
    }
  };
  add(before, -1);
  add(after, 1);
  const different = [...changes.entries()].filter(([, { change }]) => change !== 0);
  return different.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}

/** A review is no text, unless it is an edit: then it is a translation that a person made. */
function isCounted({ fact }: Member): boolean {
  return fact.kind !== 'review' || fact.text !== null;
}

function placeOf({ fact, statedOn }: Member): Pick<ContributionPart, 'day' | 'source' | 'origin'> {
  if (fact.kind === 'translation') return { day: statedOn ?? NO_DAY, source: '', origin: fact.author };
  if (fact.kind === 'review') return { day: statedOn ?? NO_DAY, source: '', origin: fact.reviewer };
  return { day: fact.digest?.date ?? NO_DAY, source: fact.entry.source, origin: DIGEST };
}

function measuresOf({ fact }: Member): string[] {
  if (fact.kind !== 'entry') return ['entries', ...judged(fact.genre, fact.judgement)];
  const { paper } = fact;
  const { en, zh } = paper?.abstract ?? { en: '', zh: null };
  return [
    'entries',
    ...(zh === null ? ['without-chinese'] : [`ratio:${ratioClass(zh.length / Math.max(1, en.length))}`]),
    ...GENRES.flatMap((genre) => judged(genre, fact[genre])),
  ];
}

function judged(genre: string, judgement: Judgement | null): string[] {
  if (!judgement) return [];
  const issues = judgement.issues.flatMap(({ code, severity }) => [`issue:${code}`, `severity:${severity}`]);
  return [`${genre}:${judgement.verdict}`, ...issues];
}

function ratioClass(ratio: number): string {
  const step = Math.min(Math.floor(ratio / RATIO_STEP), Math.round(RATIO_MOST / RATIO_STEP));
  return (step * RATIO_STEP).toFixed(2);
}

function sorted(part: ContributionPart): ContributionPart {
  const counts = Object.entries(part.counts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...part, counts: Object.fromEntries(counts) };
}
