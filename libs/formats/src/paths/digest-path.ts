import { calendarDate, type CalendarDate } from '@diglot/domain';

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** The number of a month by its English name, which may be cut to three letters. @returns null for no month */
export function monthOf(name: string): number | null {
  return MONTHS[name.slice(0, 3).toLowerCase()] ?? null;
}

/** `4-Mar-2025`, also `04-March-2025`. */
const DAY_MONTH_YEAR = /(?<![0-9A-Za-z])(\d{1,2})-([A-Za-z]{3,9})-(\d{4})(?![0-9A-Za-z])/g;
/** `2025-03-04`, `20250304`. */
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})(-?)(\d{2})\2(\d{2})(?!\d)/g;
/** arXiv opened in 1991; a number that would be an earlier or a far later year is no date. */
const YEARS = { first: 1991, last: 2099 };

/** Parts of a path; a flat copy of a tree has `__` where the tree had `/`. */
const PART = /\/|__/;
const TOPIC = /^(.+?)_related_papers$/i;
const EXTENSION = /\.[A-Za-z0-9]+$/;

/**
 * The day a digest speaks of, which only its path says: `4-Mar-2025/AI/README.md`,
 * `4-Mar-2025__topic__LLM_related_papers.md`, `feeds/2025-03-04T06.xml`, `20250304.md`. The innermost part that names
 * a day decides. Never the file's mtime, which a copy or a checkout changes.
 *
 * @returns null where no part of the path names a day that exists
 */
export function digestDateFromPath(path: string): CalendarDate | null {
  for (const part of path.split(PART).reverse()) {
    const date = dateIn(part);
    if (date !== null) return date;
  }
  return null;
}

/** What of arXiv a digest covers, as the usual layouts name it. */
export interface DigestSection {
  /** A category is one folder below its day (`AI`, `RO`); a topic is a file of its own (`Multimodal`). */
  readonly kind: 'category' | 'topic';
  readonly name: string;
}

/**
 * The category or topic of a digest: `AI` for `4-Mar-2025/AI/README.md`, `Multimodal` for
 * `4-Mar-2025/topic/Multimodal_related_papers.md`.
 *
 * @returns null for any other layout
 */
export function digestSectionFromPath(path: string): DigestSection | null {
  const parts = path.split(PART);
  const stem = parts.at(-1)?.replace(EXTENSION, '') ?? '';
  const topic = TOPIC.exec(stem)?.[1];
  if (topic !== undefined) return { kind: 'topic', name: topic };
  const [day = '', folder = ''] = parts.slice(-3);
  const isCategory = parts.length >= 3 && /^readme$/i.test(stem) && dateIn(day) !== null && dateIn(folder) === null;
  return isCategory ? { kind: 'category', name: folder } : null;
}

function dateIn(part: string): CalendarDate | null {
  for (const [, day, month, year] of part.matchAll(DAY_MONTH_YEAR)) {
    const date = dateOf(year, monthOf(month ?? '') ?? undefined, day);
    if (date !== null) return date;
  }
  for (const [, year, , month, day] of part.matchAll(YEAR_MONTH_DAY)) {
    const date = dateOf(year, month, day);
    if (date !== null) return date;
  }
  return null;
}

function dateOf(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): CalendarDate | null {
  const isPlausible = Number(year) >= YEARS.first && Number(year) <= YEARS.last;
  return isPlausible && month !== undefined ? calendarDate(Number(year), Number(month), Number(day)) : null;
}
