import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import type { IngestOptions } from './run-ingest.ts';

/**
 * `diglot ingest PATH…`: hands digests over to a Diglot; with `--dry-run` it reads them as the pipeline would, and stores
 * nothing. Each is loaded when it is wanted, so that a dry run does not wait for what it does not use.
 */
export function ingestCommand(terminal: Terminal): Command {
  return new Command('ingest')
    .description('take digests in, once')
    .argument('<path...>', 'files, or folders with all that is below them')
    .option('--source <name>', 'the source that they belong to (default: the name of each folder)')
    .option('--url <address>', 'a Diglot that runs there')
    .option('--data <folder>', 'the data folder of a Diglot, running or not (default: DIGLOT_DATA, or .diglot)')
    .option('--no-wait', 'do not wait until everything is checked')
    .option('--dry-run', 'only read and count; needs no database and no service')
    .option('--strict', 'exit with 1 if anything is bad')
    .option('--json', 'print one JSON object as the last line')
    .action(async (paths: string[], { dryRun, ...options }: IngestOptions & { dryRun?: true }) => {
      if (dryRun) {
        const { runDry } = await import('./dry-run/run-dry.ts');
        await runDry(paths, options, terminal);
      } else {
        const { runIngest } = await import('./run-ingest.ts');
        await runIngest(paths, options, terminal);
      }
    });
}
