import { z } from 'zod';
import { silence } from './days.schema.ts';
import { components, count, day, timestamp } from './shared.schema.ts';

/** What a source is, and whether it still is one. */
export const sourceNature = {
  kind: z.enum(['folder', 'git', 'uploads']).describe('uploads: handed over, nobody watches it'),
  configured: z
    .boolean()
    .describe('false: no configuration names it any more; what it prints stays until it is forgotten'),
};

/** How far the watcher is with a source. */
export const sourceScan = {
  scannedAt: timestamp
    .nullable()
    .describe(
      'When it was last looked through, to a few seconds; all that rested then is taken. null: never, or uploads',
    ),
  untaken: count.describe('Files that were seen and not taken, because they still change'),
};

const sourceItem = z.object({
  name: z.string(),
  location: z.string(),
  ...sourceNature,
  digests: count.describe('Paths that hold one now'),
  deleted: count.describe('Paths that held one'),
  entries: count,
  papers: count,
  waiting: count.describe('Digests that are not parsed yet'),
  coming: count.describe('Files that the last look saw, and that are not taken yet: they are not among the digests'),
  perMinute: z
    .number()
    .nonnegative()
    .describe('Digests parsed per minute: over the last minute, or since the first one in it; 0: no two were'),
  failed: count,
  problems: count.describe('Files that cannot be taken; of a source that is configured no more, when it last was'),
  firstDate: day.nullable(),
  newestDate: day.nullable(),
  silences: z.array(z.object(silence)).describe('Feeds of which nothing comes any more (notice `days-missing`)'),
  /** When anything of it last changed. */
  changedAt: timestamp.nullable(),
  ...sourceScan,
  createdAt: timestamp,
});

export const sourceList = z
  .object({ items: z.array(sourceItem) })
  .register(components, { id: 'SourceList', description: 'Where digests come from' });
export type SourceList = z.infer<typeof sourceList>;
