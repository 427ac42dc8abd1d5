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
    const { issues } = result.error;
    const detail = issues.map((issue) => `${fieldOf(issue)}: ${issue.message}`).join('; ');
    throw invalidRequest(issues[0] ? fieldOf(issues[0]) : 'request', detail);
  }
}

function fieldOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return [...path, ...issue.keys].join('.');
  return path.join('.') || 'request';
}
