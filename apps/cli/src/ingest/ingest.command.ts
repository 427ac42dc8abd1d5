import { Command } from 'commander';
import { DiglotError } from '@diglot/domain';
import type { Terminal } from '../terminal.ts';
import { findFiles } from './find-files.ts';
import { DryRunCounter, readFiles, type DryRunFile } from './dry-run.ts';

/** `diglot ingest PATH… --dry-run`: reads files as the pipeline would, and stores nothing. */
export function ingestCommand(terminal: Terminal): Command {
  return new Command('ingest')
    .description('read digests as the pipeline would')
    .argument('<path...>', 'files, or folders with all that is below them')
    .option('--dry-run', 'only read and count; needs no database and no service')
    .option('--json', 'print one JSON object as the last line')
    .action(async (paths: string[], { dryRun, json }: { dryRun?: true; json?: true }) => {
      if (!dryRun) {
        const detail = 'only --dry-run so far: to ingest a folder, watch it with `npm start -- --watch DIR`';
        throw new DiglotError('DIGLOT_CONFIG_INVALID', detail);
      }
      const counter = new DryRunCounter();
      for await (const result of readFiles(await findFiles(paths))) {
        counter.add(result);
        report(result, terminal);
      }
      terminal.print(json ? JSON.stringify(counter.totals) : table(counter.totals));
    });
}

/** Complaints go to the error stream, so that the figures can be piped. */
function report({ path, file, error }: DryRunFile, terminal: Terminal): void {
  if (error) terminal.complain(error.message);
  for (const { line, column, code, message } of file?.diagnostics ?? []) {
    terminal.complain(`${code}: ${path}:${line}:${column}: ${message}`);
  }
}

function table(totals: object): string {
  return Object.entries(totals)
    .map(
      ([name, count]) =>
        `${String(count).padStart(8)}  ${name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`,
    )
    .join('\n');
}
