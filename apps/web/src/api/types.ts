import type { components, paths } from './schema.d.ts';

/** What the api answers, by the names of its OpenAPI document, and the parts of it that the page names. */
type Schemas = components['schemas'];

export type Status = Schemas['Status'];
export type PaperList = Schemas['PaperList'];
export type PaperSummary = Schemas['PaperSummary'];
export type PaperFacets = Schemas['PaperFacets'];
export type Paper = Schemas['Paper'];
export type PaperHistory = Schemas['PaperHistory'];
export type TranslationDiff = Schemas['TranslationDiff'];
export type DayList = Schemas['DayList'];
export type DigestList = Schemas['DigestList'];
export type Digest = Schemas['Digest'];
export type SourceList = Schemas['SourceList'];
export type QualitySeries = Schemas['QualitySeries'];
export type Flow = Schemas['Flow'];
export type DeadLetterList = Schemas['DeadLetterList'];
export type DeadLetter = Schemas['DeadLetter'];
export type AuditList = Schemas['AuditList'];
export type TimedWork = Schemas['TimedWork'];
export type NoticeList = Schemas['NoticeList'];
export type RetryList = Schemas['RetryList'];
export type Receipt = Schemas['Receipt'];
export type Codes = Schemas['Codes'];
export type Trace = Schemas['Trace'];
export type ReviewQueue = Schemas['ReviewQueue'];
export type ReviewList = Schemas['ReviewList'];
export type ReviewCommand = Schemas['ReviewCommand'];
export type ReviewResult = Schemas['ReviewResult'];
export type VerifyCommand = Schemas['VerifyCommand'];
export type VerifyResult = Schemas['VerifyResult'];

type RedriveRoute = paths['/api/dead-letters/redrive']['post'];
export type ReceiptsCommand = RedriveRoute['requestBody']['content']['application/json'];
export type ReceiptsResult = RedriveRoute['responses'][200]['content']['application/json'];

export type Notice = NoticeList['items'][number];
export type Genre = 'title' | 'abstract';
export type Side = 'en' | 'zh';
/** A half-open range of UTF-16 offsets. */
export type Span = readonly [from: number, to: number];
export type Bilingual = Paper['title'];
export type Bead = Paper['alignment']['abstract'][number];
export type PaperIssue = Paper['issues'][number];
export type Severity = PaperIssue['severity'];
export type Verdict = NonNullable<Paper['verdict']['title']>;
export type PaperVerdict = Verdict | 'unverified';
export type Provenance = NonNullable<Paper['provenance']['title']>;
export type SeenTranslation = PaperHistory['translations'][number];
export type FacetValue = PaperFacets['verdicts'][number];
export type DayItem = DayList['items'][number];
export type DayState = DayItem['state'];
export type DigestItem = DigestList['items'][number];
export type SourceItem = SourceList['items'][number];
export type FlowStage = Flow['stages'][number];
export type FlowWebhook = Flow['webhooks'][number];
export type Durations = Flow['endToEnd'];
export type DeadLetterGroup = DeadLetterList['groups'][number];
export type Retry = RetryList['items'][number];
export type Payload = NonNullable<Receipt['payload']>;
export type TracedEvent = Trace['events'][number];
export type Hop = TracedEvent['hops'][number];
export type QualityRow = QualitySeries['rows'][number];
export type QueuedText = ReviewQueue['items'][number];
export type GivenReview = ReviewList['items'][number];
export type ReviewMark = NonNullable<QueuedText['review']>;
export type ReviewDecision = ReviewMark['decision'];
