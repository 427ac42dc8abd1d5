import { z } from 'zod';
import { digestParams } from './digests.schema.ts';
import { facetsQuery, paperFilter } from './papers.schema.ts';
import { route } from './route-contract.ts';

export const FEED_LANGUAGES = ['en', 'zh'] as const;

export const feedQuery = z.strictObject({
  ...paperFilter,
  lang: z
    .enum(FEED_LANGUAGES)
    .default('en')
    .describe(
      'Language of titles and abstracts; English where there is no Chinese, and with a note where it was rejected',
    ),
});
export type FeedQuery = z.infer<typeof feedQuery>;

export const changesQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,20}-\d{1,19}$/, 'not a place in the log')
    .optional()
    .describe('Where to go on; the header `Last-Event-ID`, which browsers send by themselves, says the same'),
});
export type ChangesQuery = z.infer<typeof changesQuery>;

export const eventSchemaParams = z.strictObject({ name: z.string().max(100) });

/** Routes whose answers are streams of bytes. */
export const STREAMING_ROUTES = {
  events: route({
    method: 'get',
    path: '/api/events',
    summary:
      'What changes, as it happens: server-sent events `changes` with topics, counts and keys, and `reset` when too much was missed',
    query: changesQuery,
    response: null,
    types: ['text/event-stream'],
    errors: ['DIGLOT_REQUEST_INVALID'],
    counted: 'as-stream',
  }),
  feedRss: route({
    method: 'get',
    path: '/api/feed.rss',
    summary: 'The newest papers of any query as RSS 2.0',
    query: feedQuery,
    response: null,
    types: ['application/rss+xml'],
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  feedJson: route({
    method: 'get',
    path: '/api/feed.json',
    summary: 'The newest papers of any query as JSON Feed 1.1',
    query: feedQuery,
    response: null,
    types: ['application/feed+json'],
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  exportNdjson: route({
    method: 'get',
    path: '/api/export.ndjson',
    summary: 'All papers of any query, one JSON document a line, the newest first',
    query: facetsQuery,
    response: null,
    types: ['application/x-ndjson'],
    errors: ['DIGLOT_REQUEST_INVALID'],
    counted: 'as-export',
  }),
  exportCsv: route({
    method: 'get',
    path: '/api/export.csv',
    summary:
      "All papers of any query as CSV (RFC 4180), in UTF-8 after a byte-order mark; a cell that a spreadsheet would take for a formula has a `'` before it",
    query: facetsQuery,
    response: null,
    types: ['text/csv'],
    errors: ['DIGLOT_REQUEST_INVALID'],
    counted: 'as-export',
  }),
  exportParquet: route({
    method: 'get',
    path: '/api/export.parquet',
    summary: 'All papers of any query as Apache Parquet',
    query: facetsQuery,
    response: null,
    types: ['application/vnd.apache.parquet'],
    errors: ['DIGLOT_REQUEST_INVALID'],
    counted: 'as-export',
  }),
  repairedDigest: route({
    method: 'get',
    path: '/api/digests/{sha256}.md',
    summary: 'A digest in its own format, with the best translations known',
    params: digestParams,
    response: null,
    types: ['text/markdown'],
    errors: ['DIGLOT_REQUEST_INVALID', 'DIGLOT_NOT_FOUND', 'DIGLOT_DIGEST_UNKNOWN_FORMAT'],
  }),
  asyncApi: route({
    method: 'get',
    path: '/asyncapi.json',
    summary: 'Every event on the topics, as an AsyncAPI 3.1 document',
    response: null,
    types: ['application/json'],
    errors: [],
  }),
  asyncApiPage: route({
    method: 'get',
    path: '/asyncapi',
    summary: 'The same, to be read',
    response: null,
    types: ['text/html'],
    errors: [],
  }),
  eventSchema: route({
    method: 'get',
    path: '/schemas/{name}',
    summary: 'The JSON Schema of an event, as `ce_dataschema` names it: `paper.state.v1.json`',
    params: eventSchemaParams,
    response: null,
    types: ['application/schema+json'],
    errors: ['DIGLOT_NOT_FOUND'],
  }),
} as const;
