import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';

interface ForgetOptions {
  readonly reason: string;
  readonly url?: string;
  readonly data?: string;
}

/** `diglot forget SOURCE`: retracts all that a source prints which is configured no more, or was handed over. */
export function forgetCommand(terminal: Terminal): Command {
  return new Command('forget')
    .description('retract all that a source prints; take it out of the configuration first')
    .argument('<source>', 'its name')
    .option('--reason <text>', 'goes into the audit', 'it is not wanted any more')
    .option('--url <address>', 'a Diglot that runs there')
    .option('--data <folder>', 'the data folder of a Diglot that runs (default: DIGLOT_DATA, or .diglot)')
    .action(async (source: string, { reason, ...target }: ForgetOptions) => {
      const { runForget } = await import('./run-forget.ts');
      await runForget(source, reason, target, terminal);
    });
}
