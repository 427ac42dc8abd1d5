import { DiglotError } from './diglot-error.ts';
import { ERROR_TABLE, type ErrorCode } from './error-table.ts';

/**
 * SQLSTATEs by prefix, the longest first; PostgreSQL documentation, appendix A.
 * 25P03/57P05: the server ended an idle session. 53: insufficient resources. 58: input/output errors of the server.
 */
const SQLSTATES: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['53100', 'DIGLOT_POSTGRES_FULL'],
  ['53200', 'DIGLOT_POSTGRES_FULL'],
  ['40001', 'DIGLOT_POSTGRES_CONTENTION'],
  ['40P01', 'DIGLOT_POSTGRES_CONTENTION'],
  ['55P03', 'DIGLOT_POSTGRES_CONTENTION'],
  ['57014', 'DIGLOT_TIMEOUT'],
  ['25P03', 'DIGLOT_POSTGRES_UNAVAILABLE'],
  ['08', 'DIGLOT_POSTGRES_UNAVAILABLE'],
  ['57P', 'DIGLOT_POSTGRES_UNAVAILABLE'],
  ['53', 'DIGLOT_POSTGRES_UNAVAILABLE'],
  ['58', 'DIGLOT_POSTGRES_UNAVAILABLE'],
  ['22', 'DIGLOT_POSTGRES_REFUSED_DATA'],
  ['23', 'DIGLOT_POSTGRES_REFUSED_DATA'],
];

const SOCKET_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT']);

/** node-postgres and its pool report lost connections as plain errors with these words (pg 8.23, lib/client.js and pg-pool). */
const LOST_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end|Client was closed and is not queryable/;

/**
 * Turns whatever was thrown into a {@link DiglotError}; the original is its cause.
 * What nobody thought of is a `DIGLOT_BUG`.
 */
export function classify(thrown: unknown): DiglotError {
  if (thrown instanceof DiglotError) return thrown;
  const { code, message } = describe(thrown);
  // The platform, which knows nothing of this library, throws errors with codes of this table.
  if (isErrorCode(code)) return new DiglotError(code, withoutCode(message, code), { cause: thrown });
  const known = SQLSTATES.find(([prefix]) => code.length === 5 && code.startsWith(prefix))?.[1];
  if (known) return new DiglotError(known, `SQLSTATE ${code}: ${message}`, { cause: thrown });
  if (SOCKET_ERRORS.has(code) || LOST_CONNECTION.test(message)) {
    return new DiglotError('DIGLOT_POSTGRES_UNAVAILABLE', message, { cause: thrown });
  }
  return new DiglotError('DIGLOT_BUG', message, { cause: thrown });
}

/** Not `instanceof`: an error of another realm (a vm context, as test runners use) is an error too. */
function isError(thrown: unknown): thrown is Error {
  return Object.prototype.toString.call(thrown) === '[object Error]';
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_TABLE, code);
}

function withoutCode(message: string, code: string): string {
  return message.startsWith(`${code}: `) ? message.slice(code.length + 2) : message;
}

function describe(thrown: unknown): { code: string; message: string } {
  if (!isError(thrown)) return { code: '', message: `thrown: ${JSON.stringify(thrown) ?? String(thrown)}` };
  // TypeORM copies the driver's error onto its own; an AggregateError (several addresses of one host) holds it in `errors`.
  const inner: unknown = 'errors' in thrown && Array.isArray(thrown.errors) ? thrown.errors[0] : thrown;
  const code = isError(inner) && 'code' in inner ? String(inner.code) : '';
  return { code, message: thrown.message || code };
}
