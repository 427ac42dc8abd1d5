import { codeOf, isError } from '../errors/errors.ts';

/**
 * SQLSTATEs by which a server ends, or refuses, a connection: 08 connection exception, 57P operator intervention,
 * 53300 too many connections, 25P03 idle-in-transaction timeout (PostgreSQL documentation, appendix A).
 */
const LOST_SQLSTATE = /^(08\w{3}|57P\w{2}|53300|25P03)$/;

const SOCKET_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT']);

/** node-postgres and its pool report these as plain errors without a code (pg 8.23 lib/client.js; pg-pool index.js). */
const LOST_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable|timeout expired/;

/** Whether an error means that the connection, or the server, is away; the statement may or may not have run. */
export function isConnectionLost(thrown: unknown): boolean {
  if (!isError(thrown)) return false;
  const code = codeOf(thrown);
  return (
    code === 'DIGLOT_POSTGRES_UNAVAILABLE' ||
    LOST_SQLSTATE.test(code) ||
    SOCKET_ERRORS.has(code) ||
    LOST_MESSAGE.test(thrown.message)
  );
}
