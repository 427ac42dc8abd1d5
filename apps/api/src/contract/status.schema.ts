import { z } from 'zod';
import { components, count, timestamp } from './shared.schema.ts';
import { notice } from './notices.schema.ts';
import { sourceNature, sourceScan } from './sources.schema.ts';
import { PAPER_VERDICTS } from './papers.schema.ts';

/** What an error code means and what can be done about it, from the one table. */
const explained = { code: z.string(), meaning: z.string(), remedy: z.string() };

const problem = z.object({
  source: z.string(),
  path: z.string().describe('Empty: the source itself'),
  ...explained,
  detail: z.string(),
  firstSeen: timestamp,
  lastSeen: timestamp,
});

const brokenBlock = z.object({
  source: z.string(),
  path: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  field: z.string().nullable(),
  ...explained,
  message: z.string(),
});

const deadLetter = z.object({
  consumer: z.string(),
  eventId: z.uuid(),
  file: z.string().nullable(),
  line: z.int().positive().nullable(),
  message: z.string(),
  updatedAt: timestamp,
});

const stage = z.object({
  consumer: z.string(),
  topic: z.string(),
  lag: count.describe('Announced, and not yet taken by this stage'),
  retrying: count,
  dead: count,
  movedAt: timestamp.nullable(),
});

const topicDifference = z.object({
  topic: z.string(),
  setting: z.string(),
  actual: z.string(),
  wanted: z.string(),
  ...explained,
});

const source = z.object({
  name: z.string(),
  location: z.string(),
  ...sourceNature,
  digests: count,
  entries: count,
  problems: count,
  changedAt: timestamp.nullable(),
  ...sourceScan,
});

export const readinessBody = z
  .object({ ready: z.boolean(), reasons: z.array(z.string()) })
  .register(components, { id: 'Readiness' });

export const statusBody = z
  .object({
    digests: z.object({ seen: count, withEntries: count }),
    entries: count,
    papers: count,
    inFlight: count.describe('Announced work not yet settled at every stage; 0: what is shown is complete'),
    retrying: count,
    dead: count,
    verdicts: z.object(
      Object.fromEntries(PAPER_VERDICTS.map((each) => [each, count])) as Record<
        (typeof PAPER_VERDICTS)[number],
        typeof count
      >,
    ),
    diagnostics: z.object({ errors: count, warnings: count }).describe('Of the digests that are there now'),
    problems: z
      .object({ count, latest: z.array(problem) })
      .describe('Files that cannot be taken, of sources that are configured'),
    notices: z
      .object({ count, latest: z.array(notice) })
      .describe('About sources as a whole that are configured; those that hold'),
    brokenBlocks: z.object({ count, first: z.array(brokenBlock) }).describe('Blocks that gave no entry'),
    deadLetters: z
      .array(z.object({ ...explained, count, latest: z.array(deadLetter) }))
      .describe('Events that cannot be processed, by code'),
    topicDifferences: z
      .array(topicDifference)
      .describe('In what topics of Kafka are not as they would be made, when the topics job last looked'),
    sources: z.array(source),
    stages: z.array(stage),
    lastActivityAt: timestamp.nullable(),
    readiness: readinessBody.describe('Whether all of it works now, and if not, what it waits for'),
    version: z.string(),
    profile: z.enum(['embedded', 'stack']),
    startedAt: timestamp,
    uptimeSeconds: count,
  })
  .register(components, { id: 'Status', description: 'All figures are of one moment' });
export type StatusBody = z.infer<typeof statusBody>;

export const livenessBody = z
  .object({ status: z.enum(['ok', 'stuck']), reasons: z.array(z.string()) })
  .register(components, { id: 'Liveness' });
export type LivenessBody = z.infer<typeof livenessBody>;
