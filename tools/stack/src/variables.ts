import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { codeOf } from '@diglot/platform';

type Variables = Readonly<Record<string, string | undefined>>;

/** What docker-compose.yml is filled in with: `.env` of a folder, and before it the environment, as Compose does. */
export async function readVariables(folder: string, environment: Variables): Promise<Variables> {
  const text = await readFile(join(folder, '.env'), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  });
  return { ...parseEnv(text), ...environment };
}
