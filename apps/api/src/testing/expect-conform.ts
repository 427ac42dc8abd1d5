import type { LightMyRequestResponse } from 'fastify';
import type { z } from 'zod';

/** That an answer is just what its schema describes: nothing is missing, and nothing is there that it does not know. */
export function expectConform<T extends z.ZodType>(response: LightMyRequestResponse, schema: T): z.infer<T> {
  expect(response.statusCode).toBe(200);
  const body: unknown = response.json();
  const described = schema.parse(body);
  expect(body).toEqual(described);
  return described;
}
