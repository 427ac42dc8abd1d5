import { z } from 'zod';
import { components, count, day } from './shared.schema.ts';

const values = z.array(z.object({ value: z.string(), count })).describe('The most frequent first');

export const paperFacets = z
  .object({
    count: count.describe('Papers that match; exactly, unless `isExact` says otherwise'),
    isExact: z.boolean().describe('false: so many at most. Counts of phrases that very many papers hold are bounds'),
    verdicts: values,
    statuses: values.describe('Of the abstract'),
    sources: values,
    categories: values,
    topics: values,
    issues: values,
    dates: z.array(z.object({ date: day.nullable(), count })).describe('Newest day of each paper, the newest first'),
  })
  .register(components, { id: 'PaperFacets', description: 'How many papers match, and how they are spread' });
export type PaperFacets = z.infer<typeof paperFacets>;
