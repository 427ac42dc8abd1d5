import { z } from 'zod';
import { issueSchema } from '@diglot/contracts';
import { GENRES, ISSUE_CODES, REVIEW_DECISIONS, SEVERITIES, VERDICTS } from '@diglot/domain';
import { provenance, reviewMark } from './papers.schema.ts';
import {
  bilingual,
  components,
  count,
  cursor,
  day,
  limit,
  nextCursor,
  plainName,
  sha256,
  timestamp,
} from './shared.schema.ts';

/**
 * Longer texts are no abstracts: the longest of arXiv has some 2,000 characters of Chinese. The check takes a quarter of a
 * second for so many; a person may write no more than it can look at.
 */
const TEXT_LIMIT = 10_000;

const text = z
  .string()
  .max(TEXT_LIMIT)
  .regex(/^[^\0]*$/, 'holds U+0000');

/** Of the two texts that a review is about. */
const pairHashes = z.object({ en: sha256, zh: sha256 }).describe('SHA-256 of each text: they name the pair');

export const REVIEW_ORDERS = ['severity', 'newest'] as const;
/** `open`: nobody said anything of it yet · `rejected`: a person rejected it, and there is nothing better. */
export const QUEUE_STATES = ['open', 'rejected'] as const;

export const reviewQueueQuery = z.strictObject({
  state: z.enum(QUEUE_STATES).default('open'),
  field: z.enum(GENRES).optional(),
  code: z.enum(ISSUE_CODES).optional().describe('An issue that was found in it'),
  source: plainName.optional().describe('A source that prints the paper'),
  order: z.enum(REVIEW_ORDERS).default('severity').describe('The worst issue first, or the newest paper'),
  limit: limit(20, 100),
  cursor,
});
export type ReviewQueueQuery = z.infer<typeof reviewQueueQuery>;

const queuedText = z.object({
  arxivId: z.string(),
  field: z.enum(GENRES),
  en: z.string(),
  zh: z.string(),
  hashes: pairHashes,
  title: bilingual.describe('Of the paper, as it is shown'),
  newestDate: day.nullable(),
  severity: z.enum(SEVERITIES).describe('Of the worst issue'),
  verdict: z.enum(VERDICTS).nullable(),
  score: z.number().nullable(),
  issues: z.array(issueSchema),
  provenance: provenance.nullable(),
  review: reviewMark.nullable(),
  revision: count.describe('Of its latest review, which a new one takes the place of; 0: there was none'),
});

export const reviewQueue = z
  .object({ items: z.array(queuedText), count: count.describe('All that wait'), next: nextCursor })
  .register(components, { id: 'ReviewQueue', description: 'Texts that are shown and wait for a person' });
export type ReviewQueue = z.infer<typeof reviewQueue>;

export const REVIEW_COMMANDS = [...REVIEW_DECISIONS, 'taken-back'] as const;

export const reviewBody = z
  .strictObject({
    arxivId: z.string().max(100),
    field: z.enum(GENRES),
    hashes: z.strictObject(pairHashes.shape).describe('Of the pair as it was seen'),
    decision: z.enum(REVIEW_COMMANDS).describe('`taken-back` undoes the latest'),
    text: text.optional().describe('The Chinese that takes the place of the one that is edited'),
    reviewer: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'holds a control character')
      .describe('The name that readers are shown'),
    reason: text.trim().max(500).optional(),
    replaces: count
      .optional()
      .describe('Revision of the review that was seen, 0 for none; if another came meanwhile, this one is refused'),
  })
  .refine(({ decision, text: given }) => decision === 'edited' || given === undefined, {
    error: 'only an edit has a text',
    path: ['text'],
  })
  .register(components, { id: 'ReviewCommand' });
export type ReviewBody = z.infer<typeof reviewBody>;

export const reviewResult = z
  .object({
    outcome: z.enum(['taken', 'unchanged']).describe('unchanged: it was said already, in the same words'),
    revision: count,
    places: count.describe('Entries and translations that give the same pair, all of which it holds for'),
  })
  .register(components, {
    id: 'ReviewResult',
    description: 'A review that was handed over; the state of the paper follows within seconds',
  });
export type ReviewResult = z.infer<typeof reviewResult>;

export const reviewsQuery = z.strictObject({ limit: limit(20, 100), cursor });
export type ReviewsQuery = z.infer<typeof reviewsQuery>;

const givenReview = z.object({
  arxivId: z.string(),
  field: z.enum(GENRES),
  en: z.string(),
  zh: z.string().describe('What was reviewed'),
  hashes: pairHashes,
  decision: z.enum(REVIEW_DECISIONS),
  text: z.string().nullable().describe('What takes its place; null unless it is edited'),
  reviewer: z.string(),
  reason: z.string().nullable(),
  reviewedAt: timestamp,
  revision: count,
});

export const reviewList = z
  .object({ items: z.array(givenReview), next: nextCursor })
  .register(components, { id: 'ReviewList', description: 'The latest review of each pair, the newest first' });
export type ReviewList = z.infer<typeof reviewList>;

export const verifyBody = z
  .strictObject({ field: z.enum(GENRES), en: text, zh: text })
  .register(components, { id: 'VerifyCommand' });
export type VerifyBody = z.infer<typeof verifyBody>;

export const verifyResult = z
  .object({ verdict: z.enum(VERDICTS), score: z.number().min(0).max(100), issues: z.array(issueSchema) })
  .register(components, { id: 'VerifyResult' });
export type VerifyResult = z.infer<typeof verifyResult>;

/** One labelled pair, as `npm run eval:verification` reads it. */
export const goldLine = z.object({
  arxiv_id: z.string(),
  field: z.enum(GENRES),
  en: z.string(),
  zh: z.string(),
  verdict: z.enum(['ok', 'defect']),
  defects: z.array(z.string()),
  severity: z.enum(['none', 'minor', 'major']),
  note: z.string(),
  stratum: z.literal('reviewed'),
  file: z.null(),
  reviewer: z.string(),
  reviewed_at: timestamp,
});
export type GoldLine = z.infer<typeof goldLine>;
