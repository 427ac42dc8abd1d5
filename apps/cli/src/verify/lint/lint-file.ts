import { readFileSync } from 'node:fs';
import { LEXICON_URL, createVerifier, loadLexicon } from '@diglot/verification';
import { LintRules, type RuleSettings } from '../config/lint-rules.ts';
import type { FileReport } from './finding.ts';
import { lintDigest } from './lint-digest.ts';

/** Lints a file, or the bytes that were read elsewhere under that name. */
export type FileLinter = (path: string, rules: RuleSettings, bytes?: Uint8Array) => FileReport;

/** Loads the lexicon once and lints as many files as one likes. */
export function createFileLinter(): FileLinter {
  const verify = createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });
  return (path, rules, bytes) => {
    try {
      return lintDigest(path, bytes ?? readFileSync(path), verify, new LintRules(rules));
    } catch (thrown) {
      const reason = `${path}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
      const verdicts = { accept: 0, flag: 0, retranslate: 0 };
      return { path, kind: 'unreadable', reason, texts: 0, verdicts, findings: [], notices: [] };
    }
  };
}
