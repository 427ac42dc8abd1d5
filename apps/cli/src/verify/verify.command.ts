import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { classify } from '@diglot/domain';
import type { Terminal } from '../terminal.ts';
import { FAIL_LEVELS, type FailLevel } from './config/lint-rules.ts';
import { FORMAT_NAMES, type FormatName } from './formats/format-names.ts';

interface Options {
  readonly pairs?: string;
  readonly format?: FormatName;
  readonly failOn?: FailLevel;
  readonly config?: string;
  readonly color: boolean;
}

const EXIT_CODES = `
Exit codes: 0 nothing at or above --fail-on was found, 1 something was, 2 something could not be read or understood.

The configuration is diglot.verify.json of this folder or the nearest one above it.
A comment \`<!-- diglot-ignore RULE: reason -->\` before an entry or a field takes findings back. See docs/linter.md.`;

/** `diglot verify FILE…`: a linter for digests. */
export function verifyCommand(terminal: Terminal): Command {
  return new Command('verify')
    .description('say what is wrong with the translations of digests')
    .argument('[path...]', 'files, folders with all that is below them, or - for standard input')
    .addOption(new Option('--format <format>', 'how it is told (default: text)').choices(FORMAT_NAMES))
    .addOption(new Option('--fail-on <severity>', 'exit with 1 from here on (default: major)').choices(FAIL_LEVELS))
    .option('--config <file>', 'configuration to use instead of the one that is found')
    .option('--no-color', 'no colours (as with NO_COLOR, or where this is no terminal)')
    .option('--pairs <file>', 'judge the lines {"id","genre","source","target"} of a file and print a line for each')
    .addHelpText('after', EXIT_CODES)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (paths: string[], options: Options) => {
      try {
        process.exitCode = await run(paths, options, terminal);
      } catch (thrown) {
        const error = classify(thrown);
        const isBug = error.code === 'DIGLOT_BUG' && thrown instanceof Error;
        terminal.complain(isBug ? (thrown.stack ?? error.message) : error.message);
        process.exitCode = 2;
      }
    });
}

/** What takes time to load is loaded only where it is needed: the help comes at once. */
async function run(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  if (options.pairs !== undefined) return judgePairs(options.pairs, terminal);
  const [{ runLint }, { default: picocolors }] = await Promise.all([
    import('./lint/run-lint.ts'),
    import('picocolors'),
  ]);
  return runLint(
    {
      paths: paths.length === 0 ? ['-'] : paths,
      format: options.format ?? 'text',
      failOn: options.failOn,
      config: options.config,
      // Whoever reads a pipe wants no colours, a build's log neither; `isTTY` is missing there.
      colours: options.color && picocolors.isColorSupported && process.stdout.isTTY === true,
    },
    terminal,
  );
}

async function judgePairs(file: string, terminal: Terminal): Promise<number> {
  const [{ judgePairs: judge }, { LEXICON_URL, createVerifier, loadLexicon }] = await Promise.all([
    import('./pairs.ts'),
    import('@diglot/verification'),
  ]);
  const verify = createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });
  for await (const verdict of judge(file, verify)) terminal.print(JSON.stringify(verdict));
  return 0;
}
