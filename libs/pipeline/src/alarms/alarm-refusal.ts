import { DiglotError } from '@diglot/domain';
import { isTlsRefused } from '../connections/is-tls-refused.ts';

/** How Redis says no to a user, a password or a missing one (its error replies begin with these words). */
const REFUSED = /^(WRONGPASS|NOAUTH|NOPERM|ERR invalid password|ERR AUTH <password> called without)/;

/** The error to end with when Redis does not let this client in; null for everything that may pass by itself. */
export function refusalOf(error: Error & { readonly code?: unknown }): DiglotError | null {
  if (!REFUSED.test(error.message) && !isTlsRefused(error.code)) return null;
  // Not as its cause: ioredis keeps the refused command, and with it the password, on its error.
  return new DiglotError('DIGLOT_ALARMS_REFUSED', `connecting to Redis: ${error.message}`);
}
