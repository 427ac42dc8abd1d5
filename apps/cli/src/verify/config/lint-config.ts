import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DiglotError, ISSUE_CODES, SEVERITIES } from '@diglot/domain';
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { z } from 'zod';
import { LineIndex } from '../lint/line-index.ts';
import { FAIL_LEVELS, type FailLevel, type RuleSetting, type RuleSettings } from './lint-rules.ts';

const severity = z.enum(SEVERITIES);
const rule = z.union([
  z.literal('off'),
  severity,
  z.strictObject({ severity: severity.optional(), probability: z.number().min(0).max(1).optional() }),
]);
const schema = z.strictObject({
  $schema: z.string().optional(),
  failOn: z.enum(FAIL_LEVELS).optional(),
  rules: z.partialRecord(z.enum(ISSUE_CODES), rule).optional(),
});

/** What a configuration file says. */
export interface LintConfig {
  /** null: none was found, everything is as it is by default. */
  readonly file: string | null;
  readonly failOn: FailLevel | null;
  readonly rules: RuleSettings;
}

const NAME = 'diglot.verify.json';

/**
 * Reads the file that is named, or else the nearest `diglot.verify.json` from a folder upwards. Comments are allowed.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` naming file, line and field
 */
export function loadLintConfig(named: string | undefined, folder: string): LintConfig {
  if (named !== undefined) return readConfig(resolve(folder, named));
  for (let here = resolve(folder); ; here = dirname(here)) {
    if (existsSync(join(here, NAME))) return readConfig(join(here, NAME));
    if (here === dirname(here)) return { file: null, failOn: null, rules: {} };
  }
}

function readConfig(file: string): LintConfig {
  const text = read(file);
  const lines = new LineIndex(text);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error) throw invalid(file, lines, error.offset, printParseErrorCode(error.error));
  if (!tree) throw invalid(file, lines, 0, 'it is empty');
  const result = schema.safeParse(toValue(tree));
  if (result.success) return { file, failOn: result.data.failOn ?? null, rules: settingsOf(result.data.rules ?? {}) };
  const [issue] = result.error.issues;
  const path = issue?.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : (issue?.path ?? []);
  throw invalid(file, lines, nearest(tree, path).offset, issue?.message ?? 'invalid', path.join('.'));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new DiglotError('DIGLOT_CONFIG_INVALID', detail, { place: { file }, cause });
  }
}

function invalid(file: string, lines: LineIndex, offset: number, detail: string, field?: string): DiglotError {
  const { line, column } = lines.placeOf(offset);
  const place = { file, line, column, ...(field ? { field } : {}) };
  return new DiglotError('DIGLOT_CONFIG_INVALID', detail, { place });
}

/** The deepest node of a path that is there. */
function nearest(node: Node, path: readonly PropertyKey[]): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const found = findNodeAtLocation(
      node,
      path.slice(0, length).map((key) => (typeof key === 'number' ? key : String(key))),
    );
    if (found) return found.parent?.type === 'property' ? found.parent : found;
  }
  return node;
}

function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue);
  if (node.type !== 'object') return node.value as unknown;
  const entries = (node.children ?? []).map(({ children = [] }): [string, unknown] => {
    const [key, value] = children;
    return [String(key?.value), value && toValue(value)];
  });
  return Object.fromEntries(entries);
}

function settingsOf(rules: z.infer<typeof schema>['rules'] & object): RuleSettings {
  return Object.fromEntries(
    Object.entries(rules).map(([code, value]): [string, RuleSetting] => {
      if (value === 'off') return [code, { off: true, severity: null, probability: null }];
      if (typeof value === 'string') return [code, { off: false, severity: value, probability: null }];
      return [code, { off: false, severity: value?.severity ?? null, probability: value?.probability ?? null }];
    }),
  );
}
