import { z } from 'zod';
import { NOTICE_KINDS } from '@diglot/domain';
import { components, count, cursor, day, limit, nextCursor, plainName, timestamp } from './shared.schema.ts';

/** What holds now of sources that are configured, or everything that was ever noticed. */
export const NOTICE_STATES = ['holding', 'all'] as const;

export const noticesQuery = z.strictObject({
  source: plainName.optional(),
  kind: z.enum(NOTICE_KINDS).optional(),
  state: z
    .enum(NOTICE_STATES)
    .default('holding')
    .describe('all: what was retracted, and what is about sources that are configured no more, too'),
  limit: limit(100, 500),
  cursor,
});
export type NoticesQuery = z.infer<typeof noticesQuery>;

export const notice = z
  .object({
    source: z.string(),
    kind: z.enum(NOTICE_KINDS),
    meaning: z.string(),
    remedy: z.string(),
    about: z.string().describe('A category, a topic or a path; empty: the source'),
    since: day.nullable(),
    until: day.nullable().describe('null with a first day: it goes on, as far as is known'),
    retracted: z.boolean().describe('It does not hold any more'),
    figures: z.record(z.string(), z.number()).describe('What it was concluded from'),
    details: z.array(z.string()).describe('Single cases, at most ten'),
    revision: z.int().positive(),
    noticedAt: timestamp,
  })
  .register(components, { id: 'Notice', description: 'Something about a source as a whole (docs/notices.md)' });
export type Notice = z.infer<typeof notice>;

export const noticeList = z
  .object({
    kinds: z.array(z.object({ kind: z.enum(NOTICE_KINDS), count })).describe('Of those that hold'),
    items: z.array(notice),
    next: nextCursor,
  })
  .register(components, { id: 'NoticeList', description: 'What was noticed last comes first' });
export type NoticeList = z.infer<typeof noticeList>;
