import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { invalidRequest } from './refused-request.ts';

/** Checks a part of a request against its schema. */
export class Validated<T extends z.ZodType> implements PipeTransform<unknown, z.infer<T>> {
  readonly #schema: T;

  constructor(schema: T) {
    this.#schema = schema;
  }

  /** @throws DiglotError `DIGLOT_REQUEST_INVALID` naming what is wrong, the first of it as the field */
  transform(value: unknown): z.infer<T> {
    const result = this.#schema.safeParse(value);
    if (result.success) return result.data;
    const mistakes = result.error.issues.flatMap(mistakesOf);
    const detail = mistakes.map(({ field, message }) => `${field}: ${message}`).join('; ');
    throw invalidRequest(mistakes[0]?.field ?? REQUEST, detail);
  }
}

/** The field of what is wrong with a request as a whole. */
const REQUEST = 'request';

/** One for each field: what is unknown is one issue of zod, however many fields it names. */
function mistakesOf(issue: z.core.$ZodIssue): { readonly field: string; readonly message: string }[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.') || REQUEST, message: issue.message }];
  return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'there is no such field' }));
}
