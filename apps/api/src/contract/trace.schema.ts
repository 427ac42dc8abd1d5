import { z } from 'zod';
import { payloadBody } from './retries.schema.ts';
import { components, count, plainName, timestamp } from './shared.schema.ts';

export const traceParams = z.strictObject({
  of: plainName.describe('An arXiv identifier in any spelling, the id of an event, or the SHA-256 of a digest'),
});
export const traceQuery = z.strictObject({
  payload: z.stringbool().default(false).describe('Whether payloads are wanted too'),
});
export type TraceQuery = z.infer<typeof traceQuery>;

/**
 * `superseded`: a later state of the same paper was sent in its place · `passed-over`: it was announced before the webhook was
 * to be told.
 */
export const HOP_STATUSES = ['waiting', 'done', 'retrying', 'dead', 'superseded', 'passed-over'] as const;

const hop = z.object({
  consumer: z.string(),
  webhook: z.string().nullable().describe('Name of the webhook that was to be told; null: a stage of ours'),
  status: z.enum(HOP_STATUSES),
  attempts: count,
  redrives: count,
  firstSeen: timestamp.nullable(),
  nextAt: timestamp.nullable().describe('The next attempt of what is retried'),
  settledAt: timestamp.nullable(),
  seconds: z.number().nonnegative().nullable().describe('From announced to settled'),
  code: z.string().nullable(),
  message: z.string().nullable(),
  partition: z.int().nullable(),
  offset: z.string().nullable(),
  serviceVersion: z
    .string()
    .nullable()
    .describe('Of the code whose attempt ended last; null: none has, or nobody kept it then'),
});

const tracedEvent = z.object({
  eventId: z.uuid(),
  type: z.string().nullable(),
  topic: z.string(),
  key: z.string(),
  subject: z.string().nullable(),
  revision: z.int().positive().nullable(),
  replayId: z.string().nullable(),
  announcedAt: timestamp.nullable().describe('null: retention has removed the announcement'),
  hops: z.array(hop).describe('What each consumer of its topic did with it'),
  payload: payloadBody.nullable(),
});

export const trace = z
  .object({
    kind: z.enum(['paper', 'event', 'digest']),
    of: z.string().describe('In its canonical form'),
    isWhole: z.boolean().describe('false: it is longer than what is shown'),
    events: z.array(tracedEvent).describe('The way of it, in the order of time'),
    seconds: z.number().nonnegative().nullable().describe('From the first announcement to the last settlement'),
  })
  .register(components, { id: 'Trace', description: 'Every hop of one paper, event or digest' });
export type Trace = z.infer<typeof trace>;
export type TracedEvent = Trace['events'][number];
