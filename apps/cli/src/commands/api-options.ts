import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { Option, type Command } from 'commander';
import { DiglotError } from '@diglot/domain';
import { loadConfig } from '@diglot/platform';
import { dataFolderOf, readToken, type TargetOptions } from '../ingest/target/running-diglot.ts';

/** What every command to a running Diglot needs to know. */
export interface ApiOptions extends TargetOptions {
  readonly token?: string;
  readonly tokenFile?: string;
  readonly reason: string;
  readonly dryRun?: true;
}

/** Adds the options of {@link ApiOptions}. */
export function withApiOptions(command: Command): Command {
  return command
    .option('--url <address>', 'where it listens')
    .option('--data <folder>', 'its data folder, which holds address and token (default: DIGLOT_DATA, or .diglot)')
    .addOption(
      new Option('--token <token>', 'what commands need; better in the environment or a file').env('DIGLOT_TOKEN'),
    )
    .addOption(new Option('--token-file <file>', 'where that is kept, if not there').env('DIGLOT_TOKEN_FILE'))
    .option('--reason <text>', 'for the audit', `asked for by ${userInfo().username} at a terminal`)
    .option('--dry-run', 'only say how much it concerns');
}

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
