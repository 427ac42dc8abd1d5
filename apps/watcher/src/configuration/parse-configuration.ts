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
  | { readonly configuration: Configuration; readonly mistakes: readonly [] }
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
  if (parsed.success) return { configuration: parsed.data, mistakes: [] };
  return { configuration: null, mistakes: parsed.error.issues.map((issue) => mistakeOf(issue, root, text)) };
}

function mistakeOf(issue: z.core.$ZodIssue, root: Node, text: string): ConfigurationMistake {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') path.push(issue.keys[0] ?? '');
  const message = issue.code === 'unrecognized_keys' ? 'there is no such field' : issue.message;
  return { line: lineOf(text, nearest(root, path).offset), field: path.join('.'), message };
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
