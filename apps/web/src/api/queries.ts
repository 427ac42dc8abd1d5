import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { command, read, type Query } from './client.ts';
import type {
  AuditList,
  Codes,
  DayList,
  DeadLetterList,
  Digest,
  DigestList,
  Flow,
  NoticeList,
  Paper,
  PaperFacets,
  PaperHistory,
  PaperList,
  QualitySeries,
  Receipt,
  RetryList,
  ReviewList,
  ReviewQueue,
  SourceList,
  Status,
  TimedWork,
  Trace,
  TranslationDiff,
  VerifyCommand,
  VerifyResult,
} from './types.ts';

/**
 * Every read of the page. A key begins with what the answer is about, so that an event of the server renews just what it
 * may have changed.
 */
const one = <T>(topic: string, path: string, query: Query = {}) =>
  queryOptions({
    queryKey: [topic, path, query],
    queryFn: ({ signal }) => read<T>(path, query, signal),
    placeholderData: keepPreviousData,
  });

/** Another paper is no placeholder for this one. */
const item = <T>(topic: string, path: string, query: Query = {}) =>
  queryOptions({ queryKey: [topic, path, query], queryFn: ({ signal }) => read<T>(path, query, signal) });

const pages = <T extends { readonly next: string | null }>(topic: string, path: string, query: Query) =>
  infiniteQueryOptions({
    queryKey: [topic, path, 'pages', query],
    queryFn: ({ pageParam, signal }) => read<T>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Old identifiers hold a slash, which stays one. */
const inPath = (value: string): string => value.split('/').map(encodeURIComponent).join('/');

export const statusQuery = () => one<Status>('status', '/api/status');
export const papersQuery = (filter: Query) => pages<PaperList>('papers', '/api/papers', filter);
/** What a list would begin with by now. @param state of all papers; another one makes it another question */
export const papersNowQuery = (filter: Query, state: string | undefined) =>
  queryOptions({
    queryKey: ['papers-now', filter, state],
    queryFn: ({ signal }) => read<PaperList>('/api/papers', filter, signal),
    staleTime: Infinity,
    // What was found out before holds until more is known; another list is no placeholder for this one.
    placeholderData: (before: PaperList | undefined, query): PaperList | undefined =>
      JSON.stringify(query?.queryKey[1]) === JSON.stringify(filter) ? before : undefined,
  });
export const facetsQuery = (filter: Query) => one<PaperFacets>('papers', '/api/facets', filter);
export const paperQuery = (id: string, q?: string) => item<Paper>('papers', `/api/papers/${inPath(id)}`, { q });
export const historyQuery = (id: string) => item<PaperHistory>('papers', `/api/history/${inPath(id)}`);
export const diffQuery = (id: string, a: string, b: string) =>
  item<TranslationDiff>('papers', `/api/diff/${inPath(id)}`, { a, b });
export const daysQuery = (query: Query = {}) => one<DayList>('days', '/api/days', query);
export const digestsQuery = (query: Query) => pages<DigestList>('digests', '/api/digests', query);
export const digestQuery = (sha256: string) => item<Digest>('digests', `/api/digests/${sha256}`);
export const flowQuery = (minutes: number) => one<Flow>('flow', '/api/flow', { minutes });
export const deadLettersQuery = (query: Query) => pages<DeadLetterList>('letters', '/api/dead-letters', query);
export const retriesQuery = (query: Query) => pages<RetryList>('letters', '/api/retries', query);
export const receiptQuery = (consumer: string, eventId: string) =>
  item<Receipt>('letters', `/api/receipts/${inPath(consumer)}/${eventId}`);
export const traceQuery = (of: string) => item<Trace>('trace', `/api/trace/${inPath(of)}`, { payload: true });
export const qualityQuery = (query: Query) => one<QualitySeries>('quality', '/api/quality', query);
export const sourcesQuery = () => one<SourceList>('sources', '/api/sources');
/** All that hold, as many as one answer may have: what goes on is among them wherever it stands. */
export const noticesQuery = () => one<NoticeList>('notices', '/api/notices', { limit: 500 });
export const auditQuery = () => pages<AuditList>('audit', '/api/audit', {});
export const timedWorkQuery = () => one<TimedWork>('work', '/api/timed-work');
export const reviewQueueQuery = (filter: Query) => pages<ReviewQueue>('review-queue', '/api/review-queue', filter);
export const reviewsQuery = () => pages<ReviewList>('reviews', '/api/reviews', {});
/** It changes with the version of Diglot only. */
export const codesQuery = () =>
  queryOptions({
    queryKey: ['codes'],
    queryFn: ({ signal }) => read<Codes>('/api/codes', {}, signal),
    staleTime: Infinity,
  });
/** A question that is too long for an address; it changes nothing. */
export const verifyQuery = (body: VerifyCommand, token: string) =>
  queryOptions({
    queryKey: ['verify', body],
    queryFn: () => command<VerifyResult>('/api/verify', body, token),
    staleTime: Infinity,
    retry: false,
  });
