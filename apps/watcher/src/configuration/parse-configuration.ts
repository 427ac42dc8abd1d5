import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  getNodeValue,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { z } from 'zod';
import { configurationSchema, type Configuration } from './configuration.schema.ts';

/** One thing that is wrong, and where. */
export interface ConfigurationMistake {
  readonly line: number;
  /** As `sources.0.folder`; empty for the file itself. */
  readonly field: string;
  readonly message: string;
}

export type ParsedConfiguration =
  | {
      readonly configuration: Configuration;
      readonly mistakes: readonly [];
      /** The line of the value at a path, or of what should hold it. */
      readonly lineAt: (path: readonly (string | number)[]) => number;
    }
  | { readonly configuration: null; readonly mistakes: readonly ConfigurationMistake[] };

/** Reads the text of a configuration file: JSON, in which comments may stand. */
export function parseConfiguration(text: string): ParsedConfiguration {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors);
  if (errors.length > 0 || !root) {
    const syntax = errors.map(({ error, offset }) => {
      return { line: lineOf(text, offset), field: '', message: `no JSON: ${printParseErrorCode(error)}` };
    });
    return { configuration: null, mistakes: syntax };
  }
  const parsed = configurationSchema.safeParse(getNodeValue(root));
  const lineAt = (path: readonly (string | number)[]): number => lineOf(text, nearest(root, path).offset);
  if (parsed.success) return { configuration: parsed.data, mistakes: [], lineAt };
  return { configuration: null, mistakes: parsed.error.issues.flatMap((issue) => mistakesOf(issue, root, text)) };
}

/** One for each field: what is unknown is one issue of zod, however many fields it names. */
function mistakesOf(issue: z.core.$ZodIssue, root: Node, text: string): ConfigurationMistake[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const mistake = (at: readonly (string | number)[], message: string): ConfigurationMistake => {
    return { line: lineOf(text, nearest(root, at).offset), field: at.join('.'), message };
  };
  if (issue.code !== 'unrecognized_keys') return [mistake(path, issue.message)];
  return issue.keys.map((key) => mistake([...path, key], 'there is no such field'));
}

/** The value at a path; where there is none, what should hold it. */
function nearest(root: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node;
  }
  return root;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
