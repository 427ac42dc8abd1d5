import { readFileSync } from 'node:fs';
import { DiglotError } from '@diglot/domain';
import { LEXICON_URL, engineVersion } from '@diglot/verification';
import { findFiles } from '../../ingest/finding/find-files.ts';
import type { Terminal } from '../../terminal.ts';
import { loadLintConfig } from '../config/lint-config.ts';
import { fails, type FailLevel, type RuleSettings } from '../config/lint-rules.ts';
import type { FormatName } from '../formats/format-names.ts';
import { FORMATS } from '../formats/registry.ts';
import type { FileReport } from './finding.ts';
import { createFileLinter } from './lint-file.ts';
import { lintFiles } from './lint-files.ts';
import { ProgressBar } from './progress-bar.ts';
import { counting, Summary } from './summary.ts';

export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: FormatName;
  readonly failOn: FailLevel | undefined;
  readonly config: string | undefined;
  readonly colours: boolean;
}

/** 0: nothing that fails · 1: something does · 2: something could not be linted. */
export type ExitCode = 0 | 1 | 2;

const STDIN = '-';
const VERSION = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string }
).version;

/**
 * Lints files, folders, or what comes from standard input.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`, `DIGLOT_FILE_UNREADABLE`
 */
export async function runLint(options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  const config = loadLintConfig(options.config, process.cwd());
  const failOn = options.failOn ?? config.failOn ?? 'major';
  const engine = engineVersion(readFileSync(LEXICON_URL));
  const format = FORMATS[options.format]({ colours: options.colours, engine, version: VERSION });
  const named = new Set(options.paths);
  const found = options.paths.includes(STDIN) ? null : await findFiles(options.paths);
  const files = found?.files.map(({ file }) => file) ?? null;
  const bar = new ProgressBar(process.stderr, files?.length ?? 1);
  const summary = new Summary();
  let code: ExitCode = found && found.unreadable.length > 0 ? 2 : 0;
  const print = (text: string): void => {
    if (text !== '') terminal.print(text);
  };
  for (const { message } of [...(found?.unreadable ?? []), ...(found?.skipped ?? [])]) terminal.complain(message);
  print(format.begin());
  for await (const report of files === null ? lintStdin(config.rules) : lintFiles(files, config.rules)) {
    bar.clear();
    summary.add(report);
    print(format.file(report));
    const isProblem = report.kind === 'unreadable' || (report.kind === 'other' && named.has(report.path));
    if (isProblem) terminal.complain(report.reason ?? `${report.path}: unreadable`);
    if (isProblem) code = 2;
    else if (code === 0 && counting(report.findings).some(({ severity }) => fails(severity, failOn))) code = 1;
    bar.advance();
  }
  bar.clear();
  print(format.end(summary));
  return code;
}

async function* lintStdin(rules: RuleSettings): AsyncGenerator<FileReport> {
  if (process.stdin.isTTY) {
    throw new DiglotError('DIGLOT_CONFIG_INVALID', 'name files or folders, or send a digest to standard input');
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  yield createFileLinter()('<stdin>', rules, Buffer.concat(chunks));
}
