import { z } from 'zod';
import { components, count, day, plainName, timestamp } from './shared.schema.ts';

/**
 * `complete`: every digest of that day is settled · `partial`: some are waiting or failed, or a feed lacks the day ·
 * `missing`: a working day of which nothing came, between days of which something did.
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
  missing: z
    .array(z.string())
    .describe('Feeds that lack this day (notice `days-missing`); empty text: the source itself'),
  firstAt: timestamp.nullable().describe('When the first digest of that day was taken'),
  lastAt: timestamp.nullable(),
});

/** Since when nothing comes of a feed. */
export const silence = {
  feed: z.string().describe('The folder that holds its days; empty: the source itself'),
  since: day.describe('The first working day of which nothing came'),
};

export const dayList = z
  .object({
    items: z.array(dayItem),
    totals: z
      .array(z.object({ date: day, papers: count }))
      .describe('Distinct papers of each day, whoever prints them; the newest first'),
    silences: z
      .array(z.object({ source: z.string(), ...silence, until: day.describe('Today (UTC), for it goes on') }))
      .describe('Feeds of which nothing comes any more (notice `days-missing`); their days are no items'),
  })
  .register(components, { id: 'DayList', description: 'What each source brought of each day, the newest first' });
export type DayList = z.infer<typeof dayList>;
export type DayItem = DayList['items'][number];
