import { z } from 'zod';
import { NOTICE_KINDS } from '@diglot/domain';
import { knownValues } from './known-values.ts';
import {
  dayOrNull,
  digestReferenceSchema,
  entryKeySchema,
  hashOrNull,
  paperTextSchema,
  pathSchema,
  sectionSchema,
  sourceSchema,
} from './paper-text.schemas.ts';

/** A placement: what a path holds at this revision. `sha256: null` says that it holds nothing any more. */
export const digestDiscoveredSchema = z
  .object({
    source: sourceSchema,
    path: pathSchema,
    sha256: hashOrNull('SHA-256 of the bytes that the path holds, in hexadecimal; null: it holds nothing any more.'),
    size: z.number().int().nonnegative().nullable().describe('Bytes; null with `sha256`.'),
    date: dayOrNull('The day that the digest speaks of, from its path; null: the path names none.'),
    ...sectionSchema,
  })
  .refine(({ sha256, size }) => (sha256 === null) === (size === null), 'sha256 and size are given or null together');

/** An entry: what one block prints. `retracted` says that its placement prints it no more. */
export const paperParsedSchema = z
  .object({
    entry: entryKeySchema,
    retracted: z.boolean().describe('Whether its place prints it no more; then `digest`, `line` and `paper` are null.'),
    digest: digestReferenceSchema.nullable(),
    line: z.number().int().positive().nullable().describe('Line of the block’s title in the digest, from 1.'),
    paper: paperTextSchema.nullable(),
  })
  .refine(({ retracted, paper }) => retracted === (paper === null), 'paper is null exactly when it is retracted')
  .refine(({ retracted, digest }) => retracted === (digest === null), 'digest is null exactly when it is retracted');

/** How many details a notice lists. */
export const NOTICE_DETAILS = 10;

/** Something noticed about a source as a whole. `retracted` says that it does not hold any more. */
export const sourceNoticedSchema = z
  .object({
    source: sourceSchema,
    kind: knownValues(NOTICE_KINDS, 'What was noticed.', 'show its name, figures and details'),
    about: z
      .string()
      .max(4096)
      .describe('A category, a topic or a path that it is about; empty: the source as a whole.'),
    since: dayOrNull('First day that it is about; null: it is not about days.'),
    until: dayOrNull('Last day that it is about; null: it goes on, as far as is known.'),
    retracted: z.boolean().describe('Whether it does not hold any more; then there are no figures.'),
    figures: z.record(z.string(), z.number()).describe('The numbers that it was concluded from, by name.'),
    details: z.array(z.string()).max(NOTICE_DETAILS).describe(`Single cases, in English: ${NOTICE_DETAILS} at most.`),
  })
  .refine(
    ({ retracted, figures }) => !retracted || Object.keys(figures).length === 0,
    'what is retracted has no figures',
  );

export type DigestDiscovered = z.infer<typeof digestDiscoveredSchema>;
export type PaperParsed = z.infer<typeof paperParsedSchema>;
export type SourceNoticed = z.infer<typeof sourceNoticedSchema>;
