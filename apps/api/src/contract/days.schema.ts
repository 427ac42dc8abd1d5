import { z } from 'zod';
import { components, count, day, plainName, timestamp } from './shared.schema.ts';

/**
 * `complete`: every digest of that day is settled · `partial`: some are waiting or failed · `missing`: a working day
 * between the first and the last day of a source of which nothing came.
 */
export const DAY_STATES = ['complete', 'partial', 'missing'] as const;

export const daysQuery = z.strictObject({
  source: plainName.optional(),
  from: day.optional(),
  to: day.optional(),
});
export type DaysQuery = z.infer<typeof daysQuery>;

const dayItem = z.object({
  date: day,
  source: z.string(),
  state: z.enum(DAY_STATES),
  digests: count,
  failed: count.describe('Digests that could not be parsed'),
  waiting: count.describe('Digests that are not parsed yet'),
  entries: count,
  papers: count.describe('Distinct ones among its entries'),
  withChinese: count.describe('Entries that print a Chinese abstract'),
  issues: count.describe('Of its entries'),
  firstAt: timestamp.nullable().describe('When the first digest of that day was taken'),
  lastAt: timestamp.nullable(),
});

export const dayList = z
  .object({
    items: z.array(dayItem),
    totals: z
      .array(z.object({ date: day, papers: count }))
      .describe('Distinct papers of each day, whoever prints them; the newest first'),
  })
  .register(components, { id: 'DayList', description: 'What each source brought of each day, the newest first' });
export type DayList = z.infer<typeof dayList>;
export type DayItem = DayList['items'][number];
