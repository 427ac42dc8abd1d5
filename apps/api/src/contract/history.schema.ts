import { z } from 'zod';
import { issueSchema } from '@diglot/contracts';
import { GENRES, REVIEW_DECISIONS, SEVERITIES, VERDICTS } from '@diglot/domain';
import { provenance, reviewMark } from './papers.schema.ts';
import { components, count, day, perGenre, sha256, timestamp } from './shared.schema.ts';

const seenTranslation = z.object({
  hash: sha256.describe('Of the Chinese text'),
  genre: z.enum(GENRES),
  sourceHash: sha256.describe('Of the English text that it translates'),
  zh: z.string(),
  isShown: z.boolean(),
  fits: z.boolean().describe('Whether it translates the English that is shown'),
  verdict: z.enum(VERDICTS).nullable().describe('Of the verifier, whatever a person says'),
  score: z.number().nullable(),
  engine: z.string().nullable().describe('Version of the engine that judged'),
  issues: z.array(issueSchema),
  review: reviewMark.nullable().describe('What a person said of it'),
  provenances: z.array(provenance).describe('Who gives this text'),
});

const revision = z.object({
  revision: z.int().positive(),
  at: timestamp,
  gone: z.boolean().describe('Nobody printed it then'),
  version: z.int().positive().nullable(),
  verdict: perGenre(z.enum(VERDICTS).nullable()),
  score: perGenre(z.number().nullable()),
  hash: perGenre(sha256.nullable()).describe('Of the Chinese that was shown'),
  review: perGenre(z.enum(REVIEW_DECISIONS).nullable()).describe('What a person had said of it'),
  issues: z.array(z.object({ genre: z.enum(GENRES), code: z.string(), severity: z.enum(SEVERITIES), count })),
});

export const paperHistory = z
  .object({
    arxivId: z.string(),
    revision: z.int().positive(),
    versions: z
      .array(
        z.object({
          version: z.int().positive().nullable(),
          entries: count,
          firstDate: day.nullable(),
          newestDate: day.nullable(),
        }),
      )
      .describe('Of the paper, as digests name them'),
    translations: z
      .array(seenTranslation)
      .describe('Every Chinese text of a live entry or translation, the best first'),
    revisions: z.array(revision).describe('How the state changed, the newest first'),
  })
  .register(components, { id: 'PaperHistory' });
export type PaperHistory = z.infer<typeof paperHistory>;

export const diffQuery = z.strictObject({
  a: sha256.describe('Hash of a Chinese text'),
  b: sha256.describe('Of another'),
});
export type DiffQuery = z.infer<typeof diffQuery>;

export const translationDiff = z
  .object({
    a: sha256,
    b: sha256,
    genre: z.enum(GENRES),
    parts: z
      .array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }))
      .describe('`same` and `removed` make up a, `same` and `added` make up b'),
  })
  .register(components, { id: 'TranslationDiff' });
export type TranslationDiff = z.infer<typeof translationDiff>;
