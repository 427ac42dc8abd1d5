import { z } from 'zod';
import {
  GENRES,
  ISSUE_CODES,
  NOTICE_KINDS,
  ORIGINS,
  PAPER_MARKS,
  REVIEW_DECISIONS,
  SEVERITIES,
  TRANSLATION_STATUSES,
  VERDICTS,
  isCalendarDate,
  isSha256,
  parseArxivReference,
  type ArxivId,
  type CalendarDate,
  type Issue,
  type Judgement,
  type MqmType,
  type PaperState,
  type PaperText,
  type Sha256,
} from '@diglot/domain';

/** A checked string under the brand of the domain. */
const branded = <T extends string>(valid: (text: string) => boolean, message: string): z.ZodType<T, string> =>
  z.string().refine(valid, message) as unknown as z.ZodType<T, string>;

export const arxivIdSchema = branded<ArxivId>(
  (text) => parseArxivReference(text)?.id === text,
  'not a canonical arXiv identifier without version',
);
export const sha256Schema = branded<Sha256>(isSha256, 'not a SHA-256 in hexadecimal');
export const dateSchema = branded<CalendarDate>(isCalendarDate, 'not a day, YYYY-MM-DD');

const sourceSchema = z.string().min(1).max(200);
const pathSchema = z.string().min(1).max(4096);
const revision = z.number().int().positive();

export const entryKeySchema = z.object({
  source: sourceSchema,
  path: pathSchema,
  arxivId: arxivIdSchema,
  ordinal: revision,
});

/**
 * The category or topic of arXiv that a digest covers, as the rules of its source read it from the path. Absent: stated before
 * this was; then the usual layouts say it (`statedSection`).
 */
const sectionSchema = { category: z.string().nullable().exactOptional(), topic: z.string().nullable().exactOptional() };

export const digestReferenceSchema = z.object({
  sha256: sha256Schema,
  size: z.number().int().nonnegative(),
  date: dateSchema.nullable(),
  ...sectionSchema,
});

const bilingualText = z.object({ en: z.string(), zh: z.string().nullable() });

export const paperTextSchema: z.ZodType<PaperText, unknown> = z.object({
  version: revision.nullable(),
  title: bilingualText,
  authors: z.array(z.string()),
  link: z.string(),
  abstract: bilingualText,
});

const span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);

export const issueSchema: z.ZodType<Issue, unknown> = z.object({
  code: z.enum(ISSUE_CODES),
  type: z.string() as unknown as z.ZodType<MqmType, string>,
  severity: z.enum(SEVERITIES),
  probability: z.number().min(0).max(1),
  source: z.array(span),
  target: z.array(span),
  message: z.object({ en: z.string(), zh: z.string() }),
  evidence: z.record(z.string(), z.union([z.string(), z.number()])),
  check: z.string(),
  version: z.string(),
});

export const judgementSchema: z.ZodType<Judgement, unknown> = z.object({
  verdict: z.enum(VERDICTS),
  score: z.number().min(0).max(100),
  issues: z.array(issueSchema),
  engine: z.string(),
});

/** A placement: what a path holds at this revision. `sha256: null` says that it holds nothing any more. */
export const digestDiscoveredSchema = z
  .object({
    source: sourceSchema,
    path: pathSchema,
    sha256: sha256Schema.nullable(),
    size: z.number().int().nonnegative().nullable(),
    date: dateSchema.nullable(),
    ...sectionSchema,
  })
  .refine(({ sha256, size }) => (sha256 === null) === (size === null), 'sha256 and size are given or null together');

/** An entry: what one block prints. `retracted` says that its placement prints it no more. */
export const paperParsedSchema = z
  .object({
    entry: entryKeySchema,
    retracted: z.boolean(),
    digest: digestReferenceSchema.nullable(),
    /** Line of the block's title in the digest. */
    line: z.number().int().positive().nullable(),
    paper: paperTextSchema.nullable(),
  })
  .refine(({ retracted, paper }) => retracted === (paper === null), 'paper is null exactly when it is retracted')
  .refine(({ retracted, digest }) => retracted === (digest === null), 'digest is null exactly when it is retracted');

/** An entry with the verdicts of its texts. */
const translatedEntrySchema = z
  .object({
    kind: z.literal('entry'),
    arxivId: arxivIdSchema,
    entry: entryKeySchema,
    retracted: z.boolean(),
    digest: digestReferenceSchema.nullable(),
    paper: paperTextSchema.nullable(),
    title: judgementSchema.nullable(),
    abstract: judgementSchema.nullable(),
  })
  .refine(({ arxivId, entry }) => arxivId === entry.arxivId, 'arxivId is that of the entry')
  .refine(({ retracted, paper }) => retracted === (paper === null), 'paper is null exactly when it is retracted');

/** A translation that a provider or a person made of one source text. */
const translationSchema = z.object({
  kind: z.literal('translation'),
  arxivId: arxivIdSchema,
  entry: z.null(),
  retracted: z.boolean(),
  genre: z.enum(GENRES),
  sourceHash: sha256Schema,
  origin: z.enum(ORIGINS).exclude(['digest']),
  /** Who made it: `provider/model@prompt`, or the name of a person. */
  author: z.string().min(1),
  text: z.string(),
  judgement: judgementSchema.nullable(),
});

/** A person's judgement of one pair of texts of a paper, whoever prints them. `retracted` says that it was taken back. */
const reviewGivenSchema = z
  .object({
    kind: z.literal('review'),
    arxivId: arxivIdSchema,
    entry: z.null(),
    retracted: z.boolean(),
    genre: z.enum(GENRES),
    /** Of the English and of the Chinese text that were reviewed. */
    sourceHash: sha256Schema,
    targetHash: sha256Schema,
    decision: z.enum(REVIEW_DECISIONS).nullable(),
    /** The Chinese that takes the place of what was reviewed. */
    text: z.string().nullable(),
    /** The name that the person gave, and what they said. */
    reviewer: z.string().min(1),
    reason: z.string().nullable(),
    reviewedAt: z.iso.datetime(),
    /** What the verifier finds in `text`; it decides nothing. */
    judgement: judgementSchema.nullable(),
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

const provenanceSchema = z.object({
  origin: z.enum(ORIGINS),
  author: z.string().nullable(),
  source: z.string().nullable(),
  path: z.string().nullable(),
  date: dateSchema.nullable(),
});

const paperVersionSchema = z.object({
  version: revision.nullable(),
  firstDate: dateSchema.nullable(),
  newestDate: dateSchema.nullable(),
  occurrences: z.number().int().positive(),
});

const reviewMarkSchema = z.object({
  decision: z.enum(REVIEW_DECISIONS),
  reviewer: z.string(),
  reviewedAt: z.iso.datetime(),
});

const fieldStateSchema = bilingualText.extend({
  verdict: z.enum(VERDICTS).nullable(),
  score: z.number().min(0).max(100).nullable(),
  issues: z.array(issueSchema),
  status: z.enum(TRANSLATION_STATUSES),
  origin: z.enum(ORIGINS).nullable(),
  provenance: provenanceSchema.nullable().default(null),
  /** Absent unless a person reviewed this very text. */
  review: reviewMarkSchema.exactOptional(),
});

/**
 * The state of a paper; on the topic a record without a value (a tombstone) says that nobody prints it any more. What has a
 * default was added later: records from before it are still read.
 */
export const paperStateSchema: z.ZodType<PaperState, unknown> = z.object({
  arxivId: arxivIdSchema,
  version: revision.nullable(),
  title: fieldStateSchema,
  abstract: fieldStateSchema,
  authors: z.array(z.string()),
  link: z.string(),
  firstDate: dateSchema.nullable(),
  newestDate: dateSchema.nullable(),
  occurrences: z.number().int().positive(),
  sources: z.array(z.string()),
  categories: z.array(z.string()).default([]),
  topics: z.array(z.string()).default([]),
  versions: z.array(paperVersionSchema).default([]),
  marks: z.array(z.enum(PAPER_MARKS)).default([]),
});

/** How many details a notice lists. */
export const NOTICE_DETAILS = 10;

/** Something noticed about a source as a whole. `retracted` says that it does not hold any more. */
export const sourceNoticedSchema = z
  .object({
    source: sourceSchema,
    kind: z.enum(NOTICE_KINDS),
    /** A category, a topic or a path; empty: the source. */
    about: z.string().max(4096),
    /** The first and the last day it is about. An open end: it goes on, as far as is known. */
    since: dateSchema.nullable(),
    until: dateSchema.nullable(),
    retracted: z.boolean(),
    /** The numbers it was concluded from, by name. */
    figures: z.record(z.string(), z.number()),
    /** Single cases, in English: at most so many. */
    details: z.array(z.string()).max(NOTICE_DETAILS),
  })
  .refine(
    ({ retracted, figures }) => !retracted || Object.keys(figures).length === 0,
    'what is retracted has no figures',
  );

export type DigestDiscovered = z.infer<typeof digestDiscoveredSchema>;
export type PaperParsed = z.infer<typeof paperParsedSchema>;
export type PaperTranslated = z.infer<typeof paperTranslatedSchema>;
export type SourceNoticed = z.infer<typeof sourceNoticedSchema>;
export type TranslatedEntry = z.infer<typeof translatedEntrySchema>;
export type TranslationMade = z.infer<typeof translationSchema>;
export type ReviewGiven = z.infer<typeof reviewGivenSchema>;
