import { Command } from 'commander';
import { loadCommands } from './load-commands.ts';
import { terminal } from './terminal.ts';

const program = new Command('diglot').description('Bilingual arXiv digests, ingested and checked.');
for (const command of await loadCommands(process.argv[2], terminal)) program.addCommand(command);

try {
  await program.parseAsync();
} catch (thrown) {
  const { classify } = await import('@diglot/domain');
  const error = classify(thrown);
  terminal.complain(
    error.code === 'DIGLOT_BUG' && thrown instanceof Error ? (thrown.stack ?? error.message) : error.message,
  );
  process.exitCode = 1;
}
