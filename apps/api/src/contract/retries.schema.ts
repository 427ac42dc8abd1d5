import { z } from 'zod';
import { components, count, cursor, limit, nextCursor, plainName, timestamp } from './shared.schema.ts';

const code = z.string().regex(/^DIGLOT_[A-Z_]{1,60}$/, 'not an error code');

export const retriesQuery = z.strictObject({
  code: code.optional(),
  consumer: plainName.optional(),
  q: plainName.optional().describe('Part of the key or of the message'),
  limit: limit(50, 200),
  cursor,
});
export type RetriesQuery = z.infer<typeof retriesQuery>;

const retry = z.object({
  consumer: z.string(),
  eventId: z.uuid(),
  topic: z.string(),
  key: z.string(),
  code: z.string().nullable().describe('null: left to the retry workers undecoded, after a start'),
  message: z.string(),
  attempt: count.describe('Attempts begun'),
  redrives: count,
  nextAt: timestamp.nullable(),
  firstSeen: timestamp,
  updatedAt: timestamp,
});

export const retryList = z
  .object({
    groups: z.array(
      z.object({
        code: z.string().nullable(),
        meaning: z.string(),
        remedy: z.string(),
        consumer: z.string(),
        count,
        nextAt: timestamp.nullable(),
      }),
    ),
    items: z.array(retry).describe('The next first'),
    next: nextCursor,
  })
  .register(components, { id: 'RetryList', description: 'Events that are tried again' });
export type RetryList = z.infer<typeof retryList>;

export const receiptParams = z.strictObject({ consumer: plainName, eventId: z.uuid() });
export type ReceiptParams = z.infer<typeof receiptParams>;

/** Longest payload that is shown, in bytes. */
export const SHOWN_PAYLOAD = 256 * 1024;

export const payloadBody = z.object({
  size: count.describe('Bytes'),
  isWhole: z.boolean(),
  json: z.unknown().describe('What it says, where it is JSON; null otherwise'),
  text: z.string().nullable().describe('Where it is text and no JSON'),
  base64: z.string().nullable().describe('Where it is neither'),
});
export type PayloadBody = z.infer<typeof payloadBody>;

export const receipt = z
  .object({
    consumer: z.string(),
    eventId: z.uuid(),
    status: z.enum(['done', 'retrying', 'dead']),
    topic: z.string(),
    partition: z.int(),
    offset: z.string(),
    key: z.string(),
    code: z.string().nullable(),
    meaning: z.string(),
    remedy: z.string(),
    message: z.string().nullable(),
    file: z.string().nullable(),
    line: z.int().positive().nullable(),
    attempt: count,
    redrives: count,
    nextAt: timestamp.nullable(),
    firstSeen: timestamp,
    updatedAt: timestamp,
    headers: z.record(z.string(), z.string()),
    payload: payloadBody.nullable().describe('null: settled, and so no longer kept here'),
  })
  .register(components, { id: 'Receipt', description: 'What a consumer knows of one event' });
export type ReceiptBody = z.infer<typeof receipt>;
