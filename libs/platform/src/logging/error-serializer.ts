import { isError } from '../errors/errors.ts';
import { withoutPasswords } from './redaction.ts';

/** What of an error reaches the log. */
export interface SerializedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: SerializedError;
}

/** Longer messages are cut; some drivers quote the data that they refuse. */
const MESSAGE_LENGTH = 2_000;
const CAUSES = 4;

/**
 * An error for the log. Only named fields: TypeORM hangs a statement and its parameters, hence whole digests, on the errors
 * that it throws.
 */
export function serializeError(thrown: unknown): SerializedError {
  return serialize(thrown, CAUSES);
}

function serialize(thrown: unknown, causes: number): SerializedError {
  if (!isError(thrown)) return { type: typeof thrown, message: clean(describe(thrown)) };
  const code = 'code' in thrown && (typeof thrown.code === 'string' || typeof thrown.code === 'number');
  const hasCause = thrown.cause !== undefined && causes > 0;
  return {
    type: thrown.name,
    message: clean(thrown.message),
    ...(code && { code: String(thrown.code) }),
    ...(thrown.stack !== undefined && { stack: clean(framesOf(thrown.stack)) }),
    ...(hasCause && { cause: serialize(thrown.cause, causes - 1) }),
  };
}

function describe(thrown: unknown): string {
  try {
    return typeof thrown === 'string' ? thrown : (JSON.stringify(thrown) ?? String(thrown));
  } catch {
    return Object.prototype.toString.call(thrown);
  }
}

/** The frames without the message, which may be long and is there already. */
function framesOf(stack: string): string {
  const first = stack.search(/^\s+at /m);
  return first < 0 ? '' : stack.slice(first);
}

function clean(text: string): string {
  return withoutPasswords(text.length > MESSAGE_LENGTH ? `${text.slice(0, MESSAGE_LENGTH)}…` : text);
}
