// Node 20 runs no TypeScript; these hooks do it as Jest does, so that a child process of a test needs no build.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform, version } from '@swc/core';
import { SOURCE_CONDITION, swcOptions } from './swc-options.mjs';

/** Tests start many processes of the same files; each is transformed once, and found by all that decides the result. */
const CACHE = new URL('../../../node_modules/.cache/diglot-testing/', import.meta.url);
const SALT = `${version} ${JSON.stringify(swcOptions)}`;

export async function resolve(specifier, context, next) {
  return await next(specifier, { ...context, conditions: [...context.conditions, SOURCE_CONDITION] });
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return await next(url, context);
  const filename = fileURLToPath(url);
  const source = await readFile(filename, 'utf8');
  return { format: 'module', source: await cached(filename, source), shortCircuit: true };
}

async function cached(filename, source) {
  const key = createHash('sha256').update(`${SALT}\n${filename}\n${source}`).digest('hex');
  const file = new URL(`${key}.js`, CACHE);
  try {
    return await readFile(file, 'utf8');
  } catch {
    const { code } = await transform(source, { ...swcOptions, filename });
    await keep(file, code);
    return code;
  }
}

/** Renamed into place, so that no other process or thread reads half of it; a process that may not write does without. */
async function keep(file, code) {
  try {
    await mkdir(CACHE, { recursive: true });
    const draft = new URL(`${file.href}.${randomUUID()}`);
    await writeFile(draft, code);
    await rename(draft, file);
  } catch {
    // Only slower.
  }
}
