import { z } from 'zod';
import { ERROR_TABLE, GENRES, TRANSLATION_STATUSES, VERDICTS, type ErrorCode } from '@diglot/domain';

/** Names schemas as components of the OpenAPI document. */
export const components = z.registry<{ id: string; description?: string }>();

export const timestamp = z.iso.datetime().describe('ISO 8601, UTC');
/** No year zero, which ISO 8601 has and PostgreSQL has not. */
export const day = z.iso
  .date()
  .refine((date) => !date.startsWith('0000'), 'there is no year 0')
  .describe('YYYY-MM-DD');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in lower-case hexadecimal');
/** A name of ours, as text that PostgreSQL takes. */
export const plainName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0]*$/, 'holds U+0000');
export const count = z.int().nonnegative();

/** How many rows a page of a list may have. */
export const limit = (usual: number, most: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce.number().int().min(1).max(most).default(usual).describe('Rows at most');

export const cursor = z
  .string()
  .max(2000)
  .regex(/^[A-Za-z0-9_-]+$/, 'not a cursor of this list')
  .optional()
  .describe('Where the page before ended: its `next`');

export const nextCursor = z.string().nullable().describe('Cursor of the next page; null: this is the last');

/** An error code of the one table (docs/errors.md). */
export const errorCode = z.enum(Object.keys(ERROR_TABLE) as [ErrorCode, ...ErrorCode[]]);

/** One value for each of the two texts of a paper. */
export const perGenre = <T extends z.ZodType>(value: T): z.ZodObject<Record<(typeof GENRES)[number], T>> =>
  z.object({ title: value, abstract: value });

export const bilingual = z.object({ en: z.string(), zh: z.string().nullable() });
export const verdict = z.enum(VERDICTS).nullable().describe('null: there is no Chinese text to judge');
export const status = z.enum(TRANSLATION_STATUSES);

export const errorBody = z
  .object({
    type: z.string().describe('`urn:diglot:error:CODE`'),
    title: z.string().describe('What the code means'),
    status: z.int(),
    detail: z.string(),
    error: z.object({
      code: z.string().regex(/^DIGLOT_[A-Z_]+$/),
      message: z.string().describe('What the code means'),
      detail: z.string().describe('What is wrong in this case'),
      remedy: z.string().describe('What can be done about it'),
      field: z.string().optional().describe('The part of the request that is wrong'),
    }),
  })
  .register(components, { id: 'Error', description: 'Problem details (RFC 9457), with our code' });
