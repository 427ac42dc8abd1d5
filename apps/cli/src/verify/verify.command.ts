import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { DiglotError, GENRES, type Genre, type Verdict } from '@diglot/domain';
import type { ParsedEntry } from '@diglot/formats';
import { LEXICON_URL, createVerifier, loadLexicon, type Verifier } from '@diglot/verification';
import { findFiles } from '../ingest/find-files.ts';
import { readFiles } from '../ingest/dry-run.ts';
import type { Terminal } from '../terminal.ts';
import { judgePairs } from './pairs.ts';

/** `diglot verify FILE…`: what is wrong with the translations of digests. Exit code 1 when a text must be made again. */
export function verifyCommand(terminal: Terminal): Command {
  return new Command('verify')
    .description('check the translations of digests')
    .argument('[path...]', 'files, or folders with all that is below them')
    .option('--pairs <file>', 'judge the lines {"id","genre","source","target"} of a file instead')
    .addOption(new Option('--format <format>', 'of the verdicts on pairs').choices(['ndjson']).default('ndjson'))
    .action(async (paths: string[], { pairs }: { pairs?: string }) => {
      const verify = createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });
      if (pairs !== undefined) {
        for await (const verdict of judgePairs(pairs, verify)) terminal.print(JSON.stringify(verdict));
        return;
      }
      if (paths.length === 0) throw new DiglotError('DIGLOT_CONFIG_INVALID', 'name files or folders, or --pairs FILE');
      const counts: Record<Verdict, number> = { accept: 0, flag: 0, retranslate: 0 };
      for await (const { path, file, error } of readFiles(await findFiles(paths))) {
        if (error) terminal.complain(error.message);
        for (const entry of file?.entries ?? []) {
          for (const genre of GENRES) judge(verify, path, entry, genre, counts, terminal);
        }
      }
      terminal.print(`${counts.accept} accepted, ${counts.flag} flagged, ${counts.retranslate} to be translated again`);
      if (counts.retranslate > 0) process.exitCode = 1;
    });
}

function judge(
  verify: Verifier,
  path: string,
  entry: ParsedEntry,
  genre: Genre,
  counts: Record<Verdict, number>,
  terminal: Terminal,
): void {
  const { en, zh } = entry[genre];
  if (zh === null) return;
  const { verdict, issues } = verify({ source: en, target: zh, genre });
  counts[verdict] += 1;
  for (const { severity, code, message } of issues) {
    if (severity === 'neutral') continue;
    terminal.print(`${path}:${entry.line}: ${entry.arxivId} ${genre}: ${severity} ${code}: ${message.en}`);
  }
}
