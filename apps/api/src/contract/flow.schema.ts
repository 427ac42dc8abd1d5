import { z } from 'zod';
import { components, count, timestamp } from './shared.schema.ts';

export const flowQuery = z.strictObject({
  minutes: z.coerce.number().int().min(1).max(1440).default(15).describe('How far back rates and durations look'),
});
export type FlowQuery = z.infer<typeof flowQuery>;

const seconds = z.number().nonnegative().nullable().describe('null: nothing was settled in that time');
const durations = z.object({ p50: seconds, p99: seconds, count });

const flowStage = z.object({
  consumer: z.string(),
  topic: z.string(),
  perMinuteIn: z.number().nonnegative().describe('Announced to it'),
  perMinuteOut: z.number().nonnegative().describe('Settled by it'),
  lag: count,
  oldestSeconds: z.number().nonnegative().nullable().describe('Age of the oldest event that it has not taken'),
  retrying: count,
  oldestRetrySeconds: z.number().nonnegative().nullable(),
  dead: count,
  latency: durations.describe('From announced to settled, in seconds'),
  movedAt: timestamp.nullable(),
});

const flowWebhook = z.object({
  name: z.string(),
  consumer: z.string(),
  configured: z.boolean().describe('false: it was, and is told nothing any more'),
  perMinuteOut: z.number().nonnegative().describe('Settled by it'),
  lag: count.describe('States that it is still to be told of'),
  oldestSeconds: z.number().nonnegative().nullable(),
  retrying: count,
  oldestRetrySeconds: z.number().nonnegative().nullable(),
  dead: count,
});

export const flow = z
  .object({
    at: timestamp,
    minutes: z.int().positive(),
    stages: z.array(flowStage).describe('In the order of the way'),
    webhooks: z.array(flowWebhook).describe('Who is told of every change of a paper; they hold up no stage'),
    endToEnd: durations.describe('From a digest taken to its papers found by search, in seconds, per digest'),
  })
  .register(components, { id: 'Flow', description: 'How the work moves' });
export type Flow = z.infer<typeof flow>;
