import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { withApiOptions, type ApiOptions } from './api-options.ts';

interface ReplayOptions extends ApiOptions {
  readonly from: string;
  readonly source?: string;
}

/** `diglot replay`: has digests read again, after the code that reads them has changed. */
export function replayCommand(terminal: Terminal): Command {
  const command = new Command('replay')
    .description('have digests read again; only what comes out otherwise changes anything')
    .requiredOption('--from <day>', 'digests of this day and later, YYYY-MM-DD')
    .option('--source <name>', 'only those of this source');
  return withApiOptions(command).action(async ({ from, source, ...options }: ReplayOptions) => {
    const filter = { from, ...(source === undefined ? {} : { source }) };
    const { sendCommand } = await import('./send-command.ts');
    const { count, replayId } = await sendCommand<{ count: number; replayId: string | null }>(
      '/api/replay',
      options,
      filter,
    );
    terminal.print(
      replayId === null
        ? `${count} digests would be read again`
        : `${count} digests are read again; replay ${replayId}`,
    );
  });
}
