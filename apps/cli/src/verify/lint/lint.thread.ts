import { serveTasks } from '@diglot/threads';
import type { RuleSettings } from '../config/lint-rules.ts';
import type { FileReport } from './finding.ts';
import { createFileLinter } from './lint-file.ts';

/** One file to lint; the rules travel with it, for threads share nothing. */
export interface LintTask {
  readonly path: string;
  readonly rules: RuleSettings;
}

const lintFile = createFileLinter();

serveTasks(({ path, rules }: LintTask): FileReport => lintFile(path, rules));
