import type { z } from 'zod';
import { DiglotError, ERROR_TABLE, classify, type ErrorClass, type ErrorCode } from '@diglot/domain';
import type { errorBody } from '../contract/shared.schema.ts';
import { RefusedRequest } from './refused-request.ts';

/** Problem details for HTTP APIs (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export interface ErrorResponse {
  readonly status: number;
  readonly body: z.infer<typeof errorBody>;
}

const STATUS_OF_CODE: Partial<Record<ErrorCode, number>> = {
  DIGLOT_REQUEST_INVALID: 400,
  DIGLOT_TOKEN_REQUIRED: 401,
  DIGLOT_HOST_REFUSED: 403,
  DIGLOT_NOT_FOUND: 404,
  DIGLOT_METHOD_NOT_ALLOWED: 405,
  DIGLOT_REVIEW_STALE: 409,
  DIGLOT_REVIEW_CONFLICT: 409,
};

const STATUS_OF_CLASS: Record<ErrorClass, number> = {
  Invalid: 422,
  Transient: 503,
  Throttled: 429,
  Unavailable: 503,
  Stale: 409,
  Bug: 500,
  Fatal: 500,
};

/** Turns whatever a request met into its answer. What nobody thought of is told to the log only. */
export function toErrorResponse(thrown: unknown): ErrorResponse {
  const refused = thrown instanceof DiglotError ? null : statusOfFramework(thrown);
  if (refused !== null) return respond(refused.status, refused.error);
  const error = classify(thrown);
  const status =
    error instanceof RefusedRequest ? error.status : (STATUS_OF_CODE[error.code] ?? STATUS_OF_CLASS[error.class]);
  return respond(status, error);
}

function respond(status: number, { code, detail, place }: DiglotError): ErrorResponse {
  const { meaning, remedy } = ERROR_TABLE[code];
  const isSecret = status >= 500 && code === 'DIGLOT_BUG';
  const problem = { type: `urn:diglot:error:${code}`, title: meaning, status };
  const error = {
    code,
    message: meaning,
    detail: isSecret ? 'see the log' : detail,
    remedy,
    ...(place.field === undefined ? {} : { field: place.field }),
  };
  return { status, body: { ...problem, detail: error.detail, error } };
}

/** Nest and Fastify refuse requests by errors of their own, with a 4xx status. */
function statusOfFramework(thrown: unknown): { readonly status: number; readonly error: DiglotError } | null {
  if (!(thrown instanceof Error)) return null;
  const status = frameworkStatus(thrown);
  if (status === null || status < 400 || status >= 500) return null;
  const code = status === 404 ? 'DIGLOT_NOT_FOUND' : 'DIGLOT_REQUEST_INVALID';
  return { status, error: new DiglotError(code, thrown.message) };
}

function frameworkStatus(thrown: Error): number | null {
  if ('getStatus' in thrown && typeof thrown.getStatus === 'function') return Number(thrown.getStatus());
  if ('statusCode' in thrown && typeof thrown.statusCode === 'number') return thrown.statusCode;
  return null;
}
