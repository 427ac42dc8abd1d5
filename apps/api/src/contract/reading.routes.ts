import { codes } from './codes.schema.ts';
import { dayList, daysQuery } from './days.schema.ts';
import { paperFacets } from './facets.schema.ts';
import { flow, flowQuery } from './flow.schema.ts';
import { diffQuery, paperHistory, translationDiff } from './history.schema.ts';
import { facetsQuery, paperParams } from './papers.schema.ts';
import { qualityQuery, qualitySeries } from './quality.schema.ts';
import { receipt, receiptParams, retriesQuery, retryList } from './retries.schema.ts';
import { route } from './route-contract.ts';
import { sourceList } from './sources.schema.ts';
import { trace, traceParams, traceQuery } from './trace.schema.ts';

/** Routes that tell what is known, beside those that stand in `routes.ts`. */
export const READING_ROUTES = {
  facets: route({
    method: 'get',
    path: '/api/facets',
    summary: 'How many papers match, and how they are spread over verdicts, sources, categories, issues and days',
    query: facetsQuery,
    response: paperFacets,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  history: route({
    method: 'get',
    path: '/api/history/{id}',
    route: '/api/history/*',
    summary: 'Every translation that was seen of a paper, and how its state changed',
    params: paperParams,
    response: paperHistory,
    errors: ['DIGLOT_NOT_FOUND'],
  }),
  diff: route({
    method: 'get',
    path: '/api/diff/{id}',
    route: '/api/diff/*',
    summary: 'What differs between two translations of a paper',
    params: paperParams,
    query: diffQuery,
    response: translationDiff,
    errors: ['DIGLOT_REQUEST_INVALID', 'DIGLOT_NOT_FOUND'],
  }),
  days: route({
    method: 'get',
    path: '/api/days',
    summary: 'What came of each day, and whether it is complete',
    query: daysQuery,
    response: dayList,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  sources: route({
    method: 'get',
    path: '/api/sources',
    summary: 'Where digests come from, and what came',
    response: sourceList,
    errors: [],
  }),
  quality: route({
    method: 'get',
    path: '/api/quality',
    summary: 'Issues, verdicts and lengths over time, by source or by who translated',
    query: qualityQuery,
    response: qualitySeries,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  flow: route({
    method: 'get',
    path: '/api/flow',
    summary: 'Rates, lag, ages and durations of every stage',
    query: flowQuery,
    response: flow,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  codes: route({
    method: 'get',
    path: '/api/codes',
    summary: 'What every code of an error and every kind of notice means, and what to do about it, in both languages',
    response: codes,
    errors: [],
  }),
  retries: route({
    method: 'get',
    path: '/api/retries',
    summary: 'Events that are tried again, the next first',
    query: retriesQuery,
    response: retryList,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  receipt: route({
    method: 'get',
    path: '/api/receipts/{consumer}/{eventId}',
    summary: 'What a consumer knows of one event, with its payload while that is kept',
    params: receiptParams,
    response: receipt,
    errors: ['DIGLOT_REQUEST_INVALID', 'DIGLOT_NOT_FOUND'],
  }),
  trace: route({
    method: 'get',
    path: '/api/trace/{of}',
    route: '/api/trace/*',
    summary: 'Every hop of a paper, an event or a digest',
    params: traceParams,
    query: traceQuery,
    response: trace,
    errors: ['DIGLOT_REQUEST_INVALID', 'DIGLOT_NOT_FOUND'],
  }),
} as const;
