import { z } from 'zod';
import { day } from '../contract/shared.schema.ts';
import { invalidRequest } from './refused-request.ts';

/** A part of a place in a list: what PostgreSQL takes as text, and as a day. */
export const placeText = z.string().regex(/^[^\0]*$/);
export const placeDay = z.union([z.literal('-infinity'), day]);

/** Where a page of a list ended, as text that nobody but {@link decodeCursor} reads. */
export function encodeCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws DiglotError `DIGLOT_REQUEST_INVALID` when it is none of this list */
export function decodeCursor<T extends z.ZodType>(cursor: string | undefined, place: T): z.infer<T> | null {
  if (cursor === undefined) return null;
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalidRequest('cursor', 'cursor: not a cursor of this list');
  }
}

/** Cuts a list that was read one row too far. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => readonly string[],
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const last = rows[limit - 1];
  return { rows: rows.slice(0, limit), next: rows.length > limit && last ? encodeCursor(place(last)) : null };
}
