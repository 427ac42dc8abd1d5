import { z } from 'zod';
import { PAPER_MARKS, TRANSLATION_STATUSES, type PaperState } from '@diglot/domain';
import { issuesSchema, scoreSchema, verdictSchema } from './judgement.schemas.ts';
import { knownValues } from './known-values.ts';
import { arxivIdSchema, authorsSchema, dayOrNull, linkSchema, versionOrNull } from './paper-text.schemas.ts';
import { decisionSchema, originSchema, reviewedAtSchema, reviewerSchema } from './translated.schemas.ts';

const EARLIER = 'Absent in records of an earlier release.';

const provenanceSchema = z.object({
  origin: originSchema,
  author: z
    .string()
    .nullable()
    .describe('Who made it: `provider/model@prompt`, or the name of a person; null: a digest prints it.'),
  source: z.string().nullable().describe('Source of the digest that prints it; null: no digest does.'),
  path: z.string().nullable().describe('Path of that digest within its source; null: no digest prints it.'),
  date: dayOrNull('Day of that digest; null: no digest prints it, or its path names no day.'),
});

const occurrences = z
  .number()
  .int()
  .positive()
  .describe('How many blocks of digests print it now; one file may hold several.');
const firstDate = dayOrNull('First day of a digest that prints it; null: no path names a day.');
const newestDate = dayOrNull('Newest day of a digest that prints it; null: no path names a day.');

const paperVersionSchema = z.object({ version: versionOrNull, firstDate, newestDate, occurrences });

const reviewMarkSchema = z
  .object({ decision: decisionSchema, reviewer: reviewerSchema, reviewedAt: reviewedAtSchema })
  .describe('A person’s word on this very text. Absent for most.');

const fieldStateSchema = z.object({
  en: z.string().describe('The English of the highest version that is printed, then of the newest digest.'),
  zh: z.string().nullable().describe('The best Chinese text for exactly this English; null: there is none.'),
  verdict: verdictSchema
    .nullable()
    .describe(
      'What stands: a person’s word where there is one, otherwise the verifier’s; null: no text, or not judged.',
    ),
  score: scoreSchema
    .nullable()
    .describe(
      'The verifier’s, 0 to 100, higher is better; ranks texts of equal verdict. null: no text, or not judged.',
    ),
  issues: issuesSchema.describe(
    'What the verifier found in `zh`. Spans of `source` count in `en`, those of `target` in `zh`.',
  ),
  status: knownValues(
    TRANSLATION_STATUSES,
    '`pending`: no Chinese yet · `accepted`: a person wrote or accepted it, or its verdict is `accept` · `needs-review`: ' +
      'all else; show it with its issues.',
    'as `needs-review`',
  ),
  origin: originSchema.nullable().describe('Who made `zh`; null: there is none.'),
  provenance: provenanceSchema
    .nullable()
    .default(null)
    .describe(`Where \`zh\` comes from; null: there is none. ${EARLIER}`),
  review: reviewMarkSchema.exactOptional(),
});

/**
 * The state of a paper; on the topic a record without a value (a tombstone) says that nobody prints it any more. What has a
 * default was added later: records from before it are still read.
 */
export const paperStateSchema: z.ZodType<PaperState, unknown> = z.object({
  arxivId: arxivIdSchema,
  version: versionOrNull,
  title: fieldStateSchema.describe('The title and its best translation.'),
  abstract: fieldStateSchema.describe('The abstract and its best translation.'),
  authors: authorsSchema,
  link: linkSchema,
  firstDate,
  newestDate,
  occurrences,
  sources: z.array(z.string()).describe('Sources that print it, sorted.'),
  categories: z.array(z.string()).default([]).describe(`Categories under which it is printed, sorted. ${EARLIER}`),
  topics: z.array(z.string()).default([]).describe(`Topics under which it is printed, sorted. ${EARLIER}`),
  versions: z
    .array(paperVersionSchema)
    .default([])
    .describe(`Its versions, the highest first, one that no link names last. ${EARLIER}`),
  marks: z
    .array(
      knownValues(
        PAPER_MARKS,
        '`replaced`: a version above the first is printed · `withdrawn`: its abstract says so.',
        'leave it out',
      ),
    )
    .default([])
    .describe(`What else is to be known of it. ${EARLIER}`),
});
