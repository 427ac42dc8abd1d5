import { z } from 'zod';
import { components, count, cursor, day, limit, nextCursor, plainName, timestamp } from './shared.schema.ts';

const reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\0]*$/, 'holds U+0000')
  .describe('Goes into the audit');
const dryRun = z.boolean().default(false).describe('Only count');

/** A code of a newer version may stand in the database, so it need not be one of the table. */
const code = z.string().regex(/^DIGLOT_[A-Z_]{1,60}$/, 'not an error code');

/** Which receipts, and why; a component of its own for each command. */
const receiptsBody = (id: string) =>
  z
    .strictObject({
      eventIds: z.array(z.uuid()).min(1).max(10_000).optional(),
      consumer: plainName.optional(),
      code: code.optional(),
      all: z.literal(true).optional().describe('Says that no condition is meant to hold'),
      reason,
      dryRun,
    })
    .refine(({ eventIds, consumer: by, code: of, all }) => Boolean(all) !== Boolean(eventIds ?? by ?? of), {
      error: 'give eventIds, consumer or code, or else all: true',
      path: ['all'],
    })
    .register(components, { id, description: 'All conditions that are given must hold' });

export const redriveBody = receiptsBody('Redrive');
export const giveUpBody = receiptsBody('GiveUp');
export const retryNowBody = receiptsBody('RetryNow');
export type ReceiptsBody = z.infer<typeof redriveBody>;

export const receiptsResult = z
  .object({ dryRun: z.boolean(), count: count.describe('Events that it concerns') })
  .register(components, { id: 'ReceiptsResult' });
export type ReceiptsResult = z.infer<typeof receiptsResult>;

export const replayBody = z
  .strictObject({
    from: day.describe('Digests of this day and later are read again'),
    source: plainName.optional(),
    reason,
    dryRun,
  })
  .register(components, { id: 'Replay' });
export type ReplayBody = z.infer<typeof replayBody>;

export const replayResult = z
  .object({
    dryRun: z.boolean(),
    count: count.describe('Digests, where they lie, that are announced again'),
    replayId: z.uuid().nullable().describe('null: it was only counted'),
  })
  .register(components, { id: 'ReplayResult' });
export type ReplayResult = z.infer<typeof replayResult>;

export const reVerifyBody = z.strictObject({ reason, dryRun }).register(components, { id: 'ReVerification' });
export type ReVerifyBody = z.infer<typeof reVerifyBody>;

export const reVerifyResult = z
  .object({
    dryRun: z.boolean(),
    count: count.describe('Entries whose texts are judged again'),
    generation: z.int().positive().nullable().describe('null: it was only counted'),
  })
  .register(components, { id: 'ReVerificationResult' });
export type ReVerifyResult = z.infer<typeof reVerifyResult>;

const replay = z
  .object({
    replayId: z.uuid(),
    from: day,
    source: z.string().nullable(),
    reason: z.string(),
    requestedAt: timestamp,
    announced: count,
    remaining: count.describe('Digests, where they lie, that are still to be announced as they lie now'),
    finishedAt: timestamp.nullable(),
  })
  .register(components, { id: 'RequestedReplay' });

const reVerification = z
  .object({
    generation: z.int().positive(),
    reason: z.string(),
    requestedAt: timestamp,
    judged: count,
    changed: count,
    remaining: count,
    finishedAt: timestamp.nullable(),
  })
  .register(components, { id: 'RequestedReVerification' });

export const timedWorkBody = z
  .object({ replays: z.array(replay), reVerifications: z.array(reVerification) })
  .register(components, { id: 'TimedWork', description: 'The latest of each, the newest first' });
export type TimedWorkBody = z.infer<typeof timedWorkBody>;

export const auditQuery = z.strictObject({ limit: limit(50, 200), cursor });
export type AuditQuery = z.infer<typeof auditQuery>;

const auditEntry = z
  .object({
    at: timestamp,
    actor: z.string(),
    command: z.string(),
    outcome: z.enum(['done', 'refused']),
    reason: z.string().describe('Empty when it was refused: the request was not read'),
    detail: z.string().describe('What it was about, as JSON'),
    affected: count,
  })
  .register(components, { id: 'AuditEntry' });

export const auditList = z
  .object({ items: z.array(auditEntry), next: nextCursor })
  .register(components, { id: 'AuditList' });
export type AuditList = z.infer<typeof auditList>;
