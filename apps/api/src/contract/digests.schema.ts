import { z } from 'zod';
import { components, count, cursor, day, limit, nextCursor, sha256, plainName, timestamp } from './shared.schema.ts';

/** `waiting`: not parsed yet · `parsed` · `retrying` · `failed`: its event is a dead letter. */
export const DIGEST_STATES = ['waiting', 'parsed', 'retrying', 'failed'] as const;

export const digestsQuery = z.strictObject({
  source: plainName.optional(),
  state: z.enum(DIGEST_STATES).optional(),
  limit: limit(100, 500),
  cursor,
});
export type DigestsQuery = z.infer<typeof digestsQuery>;

export const digestParams = z.strictObject({ sha256: sha256.describe('Of its bytes, in lower-case hexadecimal') });

const digestItem = z
  .object({
    source: z.string(),
    path: z.string(),
    sha256,
    size: count.describe('Bytes'),
    date: day.nullable().describe('The day it speaks of, from its path'),
    kind: z.string().nullable().describe('What the file turned out to be; null: not known yet'),
    entries: count,
    diagnostics: count,
    state: z.enum(DIGEST_STATES),
    revision: z.int().positive(),
    changedAt: timestamp,
  })
  .register(components, { id: 'DigestItem', description: 'What one path of one source holds now' });
export type DigestItem = z.infer<typeof digestItem>;

export const digestList = z
  .object({ items: z.array(digestItem), next: nextCursor })
  .register(components, { id: 'DigestList', description: 'The newest first' });
export type DigestList = z.infer<typeof digestList>;

const diagnostic = z.object({
  severity: z.enum(['error', 'warning']).describe('error: the block gave no entry'),
  code: z.string(),
  meaning: z.string(),
  remedy: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  field: z.string().nullable(),
  message: z.string(),
});

export const digest = z
  .object({
    sha256,
    size: count,
    storedAt: timestamp,
    placements: z.array(
      z.object({
        source: z.string(),
        path: z.string(),
        date: day.nullable(),
        revision: z.int().positive(),
        changedAt: timestamp,
      }),
    ),
    kind: z.string().nullable(),
    entries: count,
    diagnostics: z.array(diagnostic).describe('In the order of the file'),
  })
  .register(components, { id: 'Digest' });
export type Digest = z.infer<typeof digest>;
