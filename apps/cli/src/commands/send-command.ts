import { DiglotError, ERROR_TABLE, type ErrorCode } from '@diglot/domain';
import { findAddress } from '../running-diglot.ts';
import type { ApiOptions } from './api-options.ts';
import { findToken } from './find-token.ts';

const ANSWER_MILLISECONDS = 60_000;

/** What the API says when it refuses something. */
interface Refusal {
  readonly error?: { readonly code?: string; readonly detail?: string };
}

/**
 * Gives a command to a running Diglot.
 * @throws DiglotError with the code that it answers, or `DIGLOT_BUS_UNAVAILABLE` when none answers
 */
export async function sendCommand<Result>(path: string, options: ApiOptions, body: object): Promise<Result> {
  const { reason, dryRun = false } = options;
  const address = await findAddress(options);
  const token = await findToken(options);
  const response = await fetchFrom(new URL(path, address), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, reason, dryRun }),
    signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
  });
  if (response.ok) return (await response.json()) as Result;
  const { error = {} } = (await response.json().catch(() => ({}))) as Refusal;
  const code = isErrorCode(error.code) ? error.code : 'DIGLOT_REQUEST_INVALID';
  throw new DiglotError(code, error.detail ?? `it answers ${response.status}`);
}

async function fetchFrom(address: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DiglotError('DIGLOT_BUS_UNAVAILABLE', `no Diglot answers at ${address.origin} (${reason})`, { cause });
  }
}

function isErrorCode(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(ERROR_TABLE, code);
}
