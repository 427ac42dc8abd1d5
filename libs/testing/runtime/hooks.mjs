// Node 20 runs no TypeScript; these hooks do it as Jest does, so that a child process of a test needs no build.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { SOURCE_CONDITION, swcOptions } from './swc-options.mjs';

export async function resolve(specifier, context, next) {
  return await next(specifier, { ...context, conditions: [...context.conditions, SOURCE_CONDITION] });
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return await next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...swcOptions, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
