import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CLUSTER_NAMES } from '../embedded-postgres/cluster-home.ts';
import { onCode } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';

/** What a stack says of itself. It stands in the data folder before the database of that stack does. */
export const STACK_FILE = 'stack.json';

const STARTED_BY = { embedded: 'npm start', stack: 'npm run stack' } as const;

/**
 * Both profiles keep a database in their data folder, under one name. Neither may go on with the other's: its facts would
 * be in two places, and its token would be another.
 * @throws PlatformError `DIGLOT_DATA_UNUSABLE` that says what the folder is for
 */
export async function refuseOtherProfile(folder: string, profile: keyof typeof STARTED_BY): Promise<void> {
  const wanted = resolve(folder);
  const names = await readdir(wanted).catch(onCode<readonly string[]>('ENOENT', []));
  const isStack = names.includes(STACK_FILE);
  const other = profile === 'stack' ? 'embedded' : 'stack';
  const isOther = profile === 'stack' ? !isStack && names.some((name) => CLUSTER_NAMES.has(name)) : isStack;
  if (!isOther) return;
  const detail = `${wanted} holds the data of a Diglot that \`${STARTED_BY[other]}\` runs; start that one, or name another folder`;
  throw new PlatformError('DIGLOT_DATA_UNUSABLE', detail);
}
