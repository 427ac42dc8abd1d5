import type { CalendarDate } from '../identity/calendar-date.ts';

interface NoticeEntry {
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** What a person can do about it. */
  readonly remedy: string;
}

const table = <Kind extends string>(entries: Record<Kind, NoticeEntry>): Record<Kind, NoticeEntry> => entries;

/** Everything that can be noticed about a source as a whole, though every single file of it may be fine. */
export const NOTICE_TABLE = table({
  'days-missing': {
    meaning: 'No digest came for one or more days on which arXiv announced papers.',
    remedy: 'Look whether the maker of the digests ran; a day that comes later takes the notice back.',
  },
  'section-missing': {
    meaning: 'A category or topic that came every day has no digest for one or more days on which others came.',
    remedy: 'Look whether it was given up, or was left out of these days.',
  },
  'papers-vanished': {
    meaning: 'The digests of a category or topic go on to come, but with no paper in them.',
    remedy: 'Look whether the maker of the digests still selects papers for it.',
  },
  'day-repeated': {
    meaning: 'A digest prints the very papers that the digest of an earlier day printed.',
    remedy: 'The maker of the digests probably read a stale feed; let it make the day again.',
  },
  'chinese-vanished': {
    meaning: 'Digests that had Chinese have hardly any.',
    remedy: 'Look whether the maker of the digests still translates.',
  },
  'chinese-titles-vanished': {
    meaning: 'Digests whose titles had Chinese have hardly any there, though their abstracts still do.',
    remedy: 'Look whether the maker of the digests still translates titles, and writes them under the same label.',
  },
  'authors-vanished': {
    meaning: 'Digests that named authors name hardly any.',
    remedy: 'Look whether the maker of the digests has changed its template.',
  },
  'chinese-shortened': {
    meaning: 'Far more Chinese abstracts than before are only a title or a part.',
    remedy: 'Look at the model that translates; the texts are marked and can be made anew.',
  },
  'chinese-length-changed': {
    meaning: 'Chinese abstracts that are whole are on average much shorter or longer than before, by their English.',
    remedy: 'Look at the model that translates: it may cut texts off, sum them up or say more than they do.',
  },
  'chinese-garbled': {
    meaning: 'Far more Chinese abstracts than before hold stray characters, doubled signs or turns of a chat.',
    remedy: 'Look at the model that translates; the texts are marked and can be made anew.',
  },
  'index-differs': {
    meaning: 'An index table claims other numbers of papers than the digests hold that came.',
    remedy: 'Look whether digests are missing or cut off; if not, the index is made wrongly.',
  },
  'sidecar-differs': {
    meaning: 'A sidecar (papers.jsonl) does not hold the papers or the texts that the digest beside it prints.',
    remedy: 'Look whether one of the two was cut off, or made anew without the other.',
  },
});

export type NoticeKind = keyof typeof NOTICE_TABLE;

export const NOTICE_KINDS = Object.keys(NOTICE_TABLE) as [NoticeKind, ...NoticeKind[]];

/** What tells one notice from another. */
export interface NoticeKey {
  readonly source: string;
  readonly kind: NoticeKind;
  /** The category, the topic or the path that it is about; empty: the source. */
  readonly about: string;
  /** The first day that it is about; null where it is not about days. */
  readonly since: CalendarDate | null;
}

/** The subject of `source.noticed`. Neither sources nor paths contain a line feed. */
export function noticeSubject({ source, kind, about, since }: NoticeKey): string {
  return [source, kind, about, since ?? ''].join('\n');
}
