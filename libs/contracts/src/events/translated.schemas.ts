import { z } from 'zod';
import { ORIGINS, REVIEW_DECISIONS } from '@diglot/domain';
import { genreSchema, judgementOrNull } from './judgement.schemas.ts';
import { knownValues } from './known-values.ts';
import { arxivIdSchema, digestReferenceSchema, entryKeySchema, hash, paperTextSchema } from './paper-text.schemas.ts';

export const originSchema = knownValues(
  ORIGINS,
  'Who made the Chinese: `digest`: it is printed so · `provider`: a machine that was asked · `person`.',
  'as `provider`',
);

export const decisionSchema = knownValues(
  REVIEW_DECISIONS,
  'What a person decided about the Chinese: `accepted`: it says what the English says · `rejected`: it does not · ' +
    '`edited`: it does once it is put in other words.',
  'as if nobody had reviewed it',
);

export const reviewerSchema = z.string().min(1).describe('The name that the person gave.');
export const reviewedAtSchema = z.iso.datetime().describe('ISO 8601, UTC.');

const noEntry = z.null().describe('It belongs to a text, whichever blocks print it.');
const sourceHash = hash('SHA-256 of the English text that it is about, in UTF-8.');

/** An entry with the verdicts of its texts. */
const translatedEntrySchema = z
  .object({
    kind: z.literal('entry').describe('One block of one digest, with the verdicts of its texts.'),
    arxivId: arxivIdSchema,
    entry: entryKeySchema,
    retracted: z.boolean().describe('Whether its place prints it no more; then `digest` and `paper` are null.'),
    digest: digestReferenceSchema.nullable(),
    paper: paperTextSchema.nullable(),
    title: judgementOrNull('Of the Chinese title; null: there is none, or it is not judged.'),
    abstract: judgementOrNull('Of the Chinese abstract; null: there is none, or it is not judged.'),
  })
  .refine(({ arxivId, entry }) => arxivId === entry.arxivId, 'arxivId is that of the entry')
  .refine(({ retracted, paper }) => retracted === (paper === null), 'paper is null exactly when it is retracted');

/** A translation that a provider or a person made of one source text. */
const translationSchema = z.object({
  kind: z.literal('translation').describe('A translation that a provider or a person made of one English text.'),
  arxivId: arxivIdSchema,
  entry: noEntry,
  retracted: z.boolean().describe('Whether it was taken back.'),
  genre: genreSchema,
  sourceHash,
  origin: knownValues(
    ORIGINS.filter((origin) => origin !== 'digest') as ['provider', 'person'],
    'Who made it.',
    'as `provider`',
  ),
  author: z.string().min(1).describe('Who made it: `provider/model@prompt`, or the name of a person.'),
  text: z.string().describe('The Chinese text.'),
  judgement: judgementOrNull('What the verifier found about it; null: it is not judged.'),
});

/** A person's judgement of one pair of texts of a paper, whoever prints them. `retracted` says that it was taken back. */
const reviewGivenSchema = z
  .object({
    kind: z
      .literal('review')
      .describe('A person’s judgement of one English and one Chinese text, whoever prints them.'),
    arxivId: arxivIdSchema,
    entry: noEntry,
    retracted: z.boolean().describe('Whether it was taken back; then `decision` is null.'),
    genre: genreSchema,
    sourceHash,
    targetHash: hash('SHA-256 of the Chinese text that was reviewed, in UTF-8.'),
    decision: decisionSchema.nullable(),
    text: z
      .string()
      .nullable()
      .describe('The Chinese that takes the place of what was reviewed; there exactly when it is edited.'),
    reviewer: reviewerSchema,
    reason: z.string().nullable().describe('What the person said of it; null: nothing.'),
    reviewedAt: reviewedAtSchema,
    judgement: judgementOrNull('What the verifier finds in `text`; it decides nothing.'),
  })
  .refine(
    ({ retracted, decision }) => retracted === (decision === null),
    'decision is null exactly when it is retracted',
  )
  .refine(
    ({ decision, text }) => (decision === 'edited') === (text !== null),
    'text is there exactly when it is edited',
  );

export const paperTranslatedSchema = z.discriminatedUnion('kind', [
  translatedEntrySchema,
  translationSchema,
  // Added later: a consumer that knows the others only lets it pass.
  reviewGivenSchema,
]);

export type PaperTranslated = z.infer<typeof paperTranslatedSchema>;
export type TranslatedEntry = z.infer<typeof translatedEntrySchema>;
export type TranslationMade = z.infer<typeof translationSchema>;
export type ReviewGiven = z.infer<typeof reviewGivenSchema>;
