import { Command } from 'commander';
import { DiglotError } from '@diglot/domain';
import type { Terminal } from '../terminal.ts';
import { withApiOptions, type ApiOptions } from './api-options.ts';

interface RedriveOptions extends ApiOptions {
  readonly code?: string;
  readonly consumer?: string;
  readonly all?: true;
}

/** `diglot redrive`: puts dead letters back to work. */
export function redriveCommand(terminal: Terminal): Command {
  const command = new Command('redrive')
    .description('put dead letters back to work, with all their attempts')
    .argument('[event-ids...]', 'only these')
    .option('--code <code>', 'only those with this error code')
    .option('--consumer <name>', 'only those of this consumer')
    .option('--all', 'all of them');
  return withApiOptions(command).action(async (eventIds: string[], options: RedriveOptions) => {
    const { sendCommand } = await import('./send-command.ts');
    const { count } = await sendCommand<{ count: number }>(
      '/api/dead-letters/redrive',
      options,
      toFilter(eventIds, options),
    );
    terminal.print(
      options.dryRun ? `${count} dead letters would be tried again` : `${count} dead letters are tried again`,
    );
  });
}

/** @throws DiglotError `DIGLOT_REQUEST_INVALID` when it is not said which, or both all and some of them */
function toFilter(eventIds: readonly string[], { code, consumer, all }: RedriveOptions): object {
  const some = eventIds.length > 0 || code !== undefined || consumer !== undefined;
  if (some === Boolean(all)) {
    throw new DiglotError('DIGLOT_REQUEST_INVALID', 'say which: event ids, --code or --consumer; or else --all');
  }
  return {
    ...(eventIds.length > 0 ? { eventIds } : {}),
    ...(code === undefined ? {} : { code }),
    ...(consumer === undefined ? {} : { consumer }),
    ...(all ? { all } : {}),
  };
}
