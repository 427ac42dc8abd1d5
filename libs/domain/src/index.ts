export { DIGEST_LIMIT } from './digest/digest-limit.ts';
export { isIgnoredName } from './digest/ignored-name.ts';
export { classify } from './errors/classify.ts';
export { DiglotError, type ErrorPlace } from './errors/diglot-error.ts';
export { ERROR_CLASSES, type ErrorClass, type Explained, type Explanation } from './errors/error-entry.ts';
export { ERROR_TABLE, type ErrorCode } from './errors/error-table.ts';
export { arxivLink, parseArxivReference, type ArxivId, type ArxivReference } from './identity/arxiv-id.ts';
export type { Brand } from './identity/brand.ts';
export { calendarDate, isCalendarDate, type CalendarDate } from './identity/calendar-date.ts';
export { isEventId, isSha256, type EventId, type Sha256 } from './identity/hashes.ts';
export { sha256 } from './identity/text-hash.ts';
export { NOTICE_KINDS, NOTICE_TABLE, noticeSubject, type NoticeKey, type NoticeKind } from './notice/notice.ts';
export { addDays, expectedDays } from './notice/working-days.ts';
export {
  entrySubject,
  placementSubject,
  type BilingualText,
  type DigestReference,
  type EntryKey,
  type PaperText,
  type Placement,
} from './paper/entry.ts';
export { compareCandidates, foldPaper } from './paper/fold.ts';
export {
  GENRES,
  ISSUE_CODES,
  SEVERITIES,
  VERDICTS,
  type Genre,
  type Issue,
  type IssueCode,
  type Message,
  type MqmType,
  type Severity,
  type Span,
  type Verdict,
} from './paper/issue.ts';
export {
  ORIGINS,
  PAPER_MARKS,
  TRANSLATION_STATUSES,
  type Candidate,
  type FieldState,
  type Judgement,
  type Occurrence,
  type Origin,
  type PaperMark,
  type PaperState,
  type PaperVersion,
  type Provenance,
  type TranslationStatus,
} from './paper/paper.ts';
export { standingVerdict, withReviews } from './paper/reviewed-candidates.ts';
export {
  REVIEW_DECISIONS,
  pairName,
  unfitText,
  type Review,
  type ReviewDecision,
  type ReviewMark,
  type ReviewedPair,
  type UnfitText,
} from './paper/review.ts';
