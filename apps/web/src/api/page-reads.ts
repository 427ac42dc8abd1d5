import type {
  DeadLetterList,
  DigestList,
  Flow,
  QualitySeries,
  Receipt,
  RetryList,
  SourceList,
  Status,
  Trace,
} from './operations-types.ts';
import type { DayList, Paper, PaperFacets, PaperHistory, PaperList, TranslationDiff } from './types.ts';

/** What the page reads of each route's answer, by the name of the route; the api's tests check that it gives them. */
export interface PageReads {
  readonly status: Status;
  readonly papers: PaperList;
  readonly facets: PaperFacets;
  readonly paper: Paper;
  readonly history: PaperHistory;
  readonly diff: TranslationDiff;
  readonly days: DayList;
  readonly digests: DigestList;
  readonly sources: SourceList;
  readonly quality: QualitySeries;
  readonly flow: Flow;
  readonly deadLetters: DeadLetterList;
  readonly retries: RetryList;
  readonly receipt: Receipt;
  readonly trace: Trace;
}
