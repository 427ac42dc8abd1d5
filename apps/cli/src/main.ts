import { Command } from 'commander';
import { classify } from '@diglot/domain';
import { reVerifyCommand } from './commands/re-verify.command.ts';
import { redriveCommand } from './commands/redrive.command.ts';
import { replayCommand } from './commands/replay.command.ts';
import { forgetCommand } from './forget/forget.command.ts';
import { ingestCommand } from './ingest/ingest.command.ts';
import { statusCommand } from './status/status.command.ts';
import { terminal } from './terminal.ts';
import { verifyCommand } from './verify/verify.command.ts';

const program = new Command('diglot')
  .description('Bilingual arXiv digests, ingested and checked.')
  .addCommand(statusCommand(terminal))
  .addCommand(ingestCommand(terminal))
  .addCommand(forgetCommand(terminal))
  .addCommand(redriveCommand(terminal))
  .addCommand(replayCommand(terminal))
  .addCommand(reVerifyCommand(terminal))
  .addCommand(verifyCommand(terminal));

try {
  await program.parseAsync();
} catch (thrown) {
  const error = classify(thrown);
  terminal.complain(
    error.code === 'DIGLOT_BUG' && thrown instanceof Error ? (thrown.stack ?? error.message) : error.message,
  );
  process.exitCode = 1;
}
