import { z } from 'zod';
import { components, count, cursor, limit, nextCursor, plainName, timestamp } from './shared.schema.ts';

const consumer = plainName;
const code = z.string().regex(/^DIGLOT_[A-Z_]{1,60}$/, 'not an error code');

export const deadLettersQuery = z.strictObject({
  code: code.optional(),
  consumer: consumer.optional(),
  q: plainName.optional().describe('Part of the key or of the message'),
  limit: limit(50, 200),
  cursor,
});
export type DeadLettersQuery = z.infer<typeof deadLettersQuery>;

const deadLetter = z
  .object({
    consumer: z.string(),
    eventId: z.uuid(),
    topic: z.string(),
    key: z.string(),
    code: z.string(),
    message: z.string(),
    file: z.string().nullable(),
    line: z.int().positive().nullable(),
    attempts: count,
    redrives: count,
    firstSeen: timestamp,
    updatedAt: timestamp,
  })
  .register(components, { id: 'DeadLetter' });
export type DeadLetter = z.infer<typeof deadLetter>;

const group = z.object({
  code: z.string(),
  meaning: z.string(),
  remedy: z.string(),
  consumer: z.string(),
  count,
  firstSeen: timestamp,
  lastSeen: timestamp,
});

export const deadLetterList = z
  .object({ groups: z.array(group), items: z.array(deadLetter), next: nextCursor })
  .register(components, { id: 'DeadLetterList', description: 'All of them by code and consumer, and a page of them' });
export type DeadLetterList = z.infer<typeof deadLetterList>;
