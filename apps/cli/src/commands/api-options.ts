import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { Option, type Command } from 'commander';
import { DiglotError } from '@diglot/domain';
import { DEFAULT_ADDRESS } from '../status/status.command.ts';

/** What every command to a running Diglot needs to know. */
export interface ApiOptions {
  readonly url: string;
  readonly token?: string;
  readonly tokenFile: string;
  readonly reason: string;
  readonly dryRun?: true;
}

/** Where `npm start` keeps it. */
const TOKEN_FILE = '.diglot/token';

/** Adds the options of {@link ApiOptions}. */
export function withApiOptions(command: Command): Command {
  return command
    .option('--url <address>', 'where it listens', DEFAULT_ADDRESS)
    .addOption(
      new Option('--token <token>', 'what commands need; better in the environment or a file').env('DIGLOT_TOKEN'),
    )
    .addOption(new Option('--token-file <file>', 'where that is kept').env('DIGLOT_TOKEN_FILE').default(TOKEN_FILE))
    .option('--reason <text>', 'for the audit', `asked for by ${userInfo().username} at a terminal`)
    .option('--dry-run', 'only say how much it concerns');
}

/** @throws DiglotError `DIGLOT_TOKEN_REQUIRED` when it is not given and there is no such file */
export async function readToken({ token, tokenFile }: Pick<ApiOptions, 'token' | 'tokenFile'>): Promise<string> {
  if (token !== undefined) return token;
  try {
    return (await readFile(tokenFile, 'utf8')).trim();
  } catch (cause) {
    const detail = `${tokenFile} cannot be read; give --token-file, the \`token\` in the data folder of the Diglot that is meant`;
    throw new DiglotError('DIGLOT_TOKEN_REQUIRED', detail, { cause });
  }
}
