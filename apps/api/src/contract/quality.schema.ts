import { z } from 'zod';
import { components, count, day, plainName } from './shared.schema.ts';

export const QUALITY_MEASURES = ['issue', 'severity', 'verdict', 'ratio', 'entries'] as const;

export const qualityQuery = z.strictObject({
  source: plainName.optional(),
  origin: plainName.optional().describe('`digest`, or the author of translations: `provider/model@prompt`'),
  from: day.optional(),
  to: day.optional(),
  by: z.enum(['day', 'source', 'origin', 'all']).default('day').describe('What a row of the series is'),
});
export type QualityQuery = z.infer<typeof qualityQuery>;

const counts = z.record(z.string(), count);

const row = z.object({
  key: z.string().nullable().describe('The day, source or origin; null: no day is known, or all of them'),
  entries: count.describe('Entries, and translations made by others'),
  withoutChinese: count.describe('Entries that print no Chinese abstract'),
  verdicts: z.object({ title: counts, abstract: counts }),
  severities: counts,
  issues: counts.describe('By code, of title and abstract'),
});

export const qualitySeries = z
  .object({
    rows: z.array(row).describe('In the order of their keys'),
    ratios: z
      .array(z.object({ from: z.number(), to: z.number(), count }))
      .describe('Length of a Chinese abstract by that of its English, in characters'),
    origins: z.array(z.string()),
    sources: z.array(z.string()),
  })
  .register(components, { id: 'QualitySeries', description: 'What is found about the texts that digests print' });
export type QualitySeries = z.infer<typeof qualitySeries>;
