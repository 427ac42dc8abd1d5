import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** The real path of a folder; of one that is not there, the real path of what is, and the rest as it was given. */
export async function resolveLocation(root: string): Promise<string> {
  const path = resolve(root);
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await resolveLocation(parent), basename(path));
  }
}
