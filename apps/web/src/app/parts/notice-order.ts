import type { Notice } from '../../api/types.ts';

/** What is shown at once of what goes on; more would push everything else out of sight. */
const SHOWN = 5;

export interface NoticeGroups<N> {
  /** What goes on now: what somebody can do something about. */
  readonly shown: readonly N[];
  /** What goes on now, too, where it is much. */
  readonly more: readonly N[];
  /** What happened, and is over. */
  readonly over: readonly N[];
}

/** A notice with an end is over, though it still holds: a lack of last year is still a lack. Each group keeps its order. */
export function groupNotices<N extends Pick<Notice, 'kind' | 'since' | 'until'>>(
  notices: readonly N[],
): NoticeGroups<N> {
  const now = notices.filter(({ until }) => until === null);
  const silentFirst = [...now.filter(isSilence), ...now.filter((notice) => !isSilence(notice))];
  return {
    shown: silentFirst.slice(0, SHOWN),
    more: silentFirst.slice(SHOWN),
    over: notices.filter(({ until }) => until !== null),
  };
}

/** Whether it says that nothing comes of a feed any more, and not that some days are missing. */
export function isSilence({ kind, since, until }: Pick<Notice, 'kind' | 'since' | 'until'>): boolean {
  return kind === 'days-missing' && since !== null && until === null;
}
