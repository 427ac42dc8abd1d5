import { z } from 'zod';
import { components, count, day, timestamp } from './shared.schema.ts';

const sourceItem = z.object({
  name: z.string(),
  location: z.string(),
  digests: count.describe('Paths that hold one now'),
  deleted: count.describe('Paths that held one'),
  entries: count,
  papers: count,
  waiting: count.describe('Digests that are not parsed yet'),
  failed: count,
  problems: count,
  firstDate: day.nullable(),
  newestDate: day.nullable(),
  /** When anything of it last changed. */
  changedAt: timestamp.nullable(),
  createdAt: timestamp,
});

export const sourceList = z
  .object({ items: z.array(sourceItem) })
  .register(components, { id: 'SourceList', description: 'Where digests come from' });
export type SourceList = z.infer<typeof sourceList>;
