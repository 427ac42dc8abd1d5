import { userInfo } from 'node:os';
import { Option, type Command } from 'commander';
import type { TargetOptions } from '../running-diglot.ts';

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
