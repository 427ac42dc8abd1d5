import type { NoticeKind } from '@diglot/domain';

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
