import type { Redrive } from '../../../api/types.ts';

/** Which dead letters are meant. */
export type RedriveScope = Pick<Redrive, 'eventIds' | 'consumer' | 'code' | 'all'>;

export const REDRIVE_PATH = '/api/dead-letters/redrive';

/** A shell's command for the same. The token is left to the environment: nobody pastes it into a history by accident. */
export function redriveCurl(scope: RedriveScope, origin: string): string {
  const body = JSON.stringify({ ...scope, reason: '…', dryRun: true });
  return [
    `curl -X POST ${origin}${REDRIVE_PATH}`,
    '-H "Authorization: Bearer $DIGLOT_TOKEN"',
    "-H 'Content-Type: application/json'",
    `-d ${quote(body)}`,
  ].join(' \\\n  ');
}

/** As one word of a POSIX shell, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
