import { z } from 'zod';
import {
  isCalendarDate,
  isSha256,
  parseArxivReference,
  type ArxivId,
  type CalendarDate,
  type PaperText,
  type Sha256,
} from '@diglot/domain';

/** A checked string under the brand of the domain. */
const branded = <T extends string>(valid: (text: string) => boolean, message: string): z.ZodType<T, string> =>
  z.string().refine(valid, message) as unknown as z.ZodType<T, string>;

export const arxivIdSchema = branded<ArxivId>(
  (text) => parseArxivReference(text)?.id === text,
  'not a canonical arXiv identifier without version',
).describe('arXiv identifier without its version: `2503.01715`, `0704.0001` or `hep-th/9901001`.');

const sha256Schema = branded<Sha256>(isSha256, 'not a SHA-256 in hexadecimal');
const dateSchema = branded<CalendarDate>(isCalendarDate, 'not a day, YYYY-MM-DD');

const HASH = { pattern: '^[0-9a-f]{64}$' };

/** What is described and may be null is described as a whole, so that its JSON Schema is one of two types. */
export const hash = (description: string) => sha256Schema.meta({ description, ...HASH });
export const hashOrNull = (description: string) => sha256Schema.nullable().meta({ description, ...HASH });
export const dayOrNull = (description: string) => dateSchema.nullable().meta({ description, format: 'date' });

export const sourceSchema = z.string().min(1).max(200).describe('Name of the source, as its operator configured it.');
export const pathSchema = z.string().min(1).max(4096).describe('Relative to the root of the source, with `/`.');
const positive = z.number().int().positive();

export const versionOrNull = positive
  .nullable()
  .describe('Version of the paper (the 2 of `v2`), as its link names it; null: it names none.');

export const entryKeySchema = z
  .object({
    source: sourceSchema,
    path: pathSchema,
    arxivId: arxivIdSchema,
    ordinal: positive.describe(
      'From 1: which block of this paper within the file, for it may stand there several times.',
    ),
  })
  .describe('Names one block of one digest.');

/**
 * The category or topic of arXiv that a digest covers, as the rules of its source read it from the path. Absent: stated before
 * this was; then the usual layouts say it (`statedSection`).
 */
const ABSENT =
  'Read from the path by the rules of the source; null: it names none. Absent in facts of earlier releases.';
export const sectionSchema = {
  category: z.string().nullable().exactOptional().describe(`Category of arXiv that the digest covers. ${ABSENT}`),
  topic: z.string().nullable().exactOptional().describe(`Topic that the digest covers. ${ABSENT}`),
};

export const digestReferenceSchema = z
  .object({
    sha256: hash('SHA-256 of the bytes of the digest, in hexadecimal.'),
    size: z.number().int().nonnegative().describe('Bytes.'),
    date: dayOrNull(
      'The day that the digest speaks of, from its path; null: the path names none. Never the file’s own time.',
    ),
    ...sectionSchema,
  })
  .describe('The digest as it was read.');

export const bilingualText = z.object({
  en: z.string().describe('The English text, as the digest prints it.'),
  zh: z.string().nullable().describe('The Chinese text for it; null: there is none.'),
});

export const authorsSchema = z.array(z.string()).describe('As printed, in this order.');
export const linkSchema = z.string().describe('As printed.');

export const paperTextSchema: z.ZodType<PaperText, unknown> = z
  .object({
    version: versionOrNull,
    title: bilingualText,
    authors: authorsSchema,
    link: linkSchema,
    abstract: bilingualText,
  })
  .describe('What the block prints.');
