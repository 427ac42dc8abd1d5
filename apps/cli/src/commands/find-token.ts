import { readFile } from 'node:fs/promises';
import { DiglotError } from '@diglot/domain';
import { loadConfig } from '@diglot/platform';
import { dataFolderOf, readToken } from '../running-diglot.ts';
import type { ApiOptions } from './api-options.ts';

/**
 * What commands need: as given, or as it stands in the data folder.
 * @throws DiglotError `DIGLOT_TOKEN_REQUIRED` when it is not given and there is no such file
 */
export async function findToken({ token, tokenFile, data }: Omit<ApiOptions, 'reason'>): Promise<string> {
  if (token !== undefined) return token;
  if (tokenFile === undefined) {
    const config = loadConfig();
    return await readToken(config, dataFolderOf({ data }, config));
  }
  try {
    return (await readFile(tokenFile, 'utf8')).trim();
  } catch (cause) {
    const detail = `${tokenFile} cannot be read; give --token-file, the \`token\` in the data folder of the Diglot that is meant`;
    throw new DiglotError('DIGLOT_TOKEN_REQUIRED', detail, { cause });
  }
}
