import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { withApiOptions, type ApiOptions } from './api-options.ts';

/** `diglot re-verify`: has all texts judged again. */
export function reVerifyCommand(terminal: Terminal): Command {
  const command = new Command('re-verify').description(
    'have all texts judged again, the newest first; only verdicts that differ change anything',
  );
  return withApiOptions(command).action(async (options: ApiOptions) => {
    const { sendCommand } = await import('./send-command.ts');
    const { count, generation } = await sendCommand<{ count: number; generation: number | null }>(
      '/api/re-verify',
      options,
      {},
    );
    terminal.print(
      generation === null
        ? `the texts of ${count} entries would be judged again`
        : `the texts of ${count} entries are judged again; generation ${generation}`,
    );
  });
}
