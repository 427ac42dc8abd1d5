import {
  GENRES,
  SEVERITIES,
  type ArxivId,
  type CalendarDate,
  type Genre,
  type IssueCode,
  type PaperState,
} from '@diglot/domain';

/** A text that is shown and waits for a person. */
export interface QueuedText {
  readonly arxivId: ArxivId;
  readonly genre: Genre;
  /** Place of the worst issue among {@link SEVERITIES}; 0 where there is none. */
  readonly severity: number;
  readonly newestDate: CalendarDate | null;
  /** A person rejected it already, and there is nothing better. */
  readonly isRejected: boolean;
  /** That print the paper. */
  readonly sources: readonly string[];
  readonly codes: readonly IssueCode[];
}

/** What of a paper waits for a review. */
export function queuedTexts(state: PaperState | null): QueuedText[] {
  if (state === null) return [];
  const { arxivId, newestDate, sources } = state;
  return GENRES.filter((genre) => state[genre].status === 'needs-review').map((genre) => {
    const { issues, review } = state[genre];
    return {
      arxivId,
      genre,
      severity: Math.max(0, ...issues.map(({ severity }) => SEVERITIES.indexOf(severity))),
      newestDate,
      isRejected: review?.decision === 'rejected',
      sources,
      codes: [...new Set(issues.map(({ code }) => code))],
    };
  });
}
