import { lstat, realpath } from 'node:fs/promises';
import type { Problem } from '../problems/problem.ts';
import { toFileStat } from './file-stat.ts';
import { unreadable } from './file-failure.ts';
import type { SeenFile } from './scan.ts';

/** What a symbolic link comes to: a file of ours, a problem, or nothing to us. */
export type ResolvedLink =
  | { readonly kind: 'file'; readonly file: SeenFile }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'nothing' };

/**
 * Follows a symbolic link below a root, which is a real path. A link to a folder of the root is not followed: what is in
 * there is seen where it is, and a loop is never entered.
 * @param isCandidate whether a file of the link's name would be a digest
 */
export async function resolveLink(root: string, path: string, isCandidate: boolean): Promise<ResolvedLink> {
  try {
    const real = await realpath(`${root}/${path}`);
    const stats = await lstat(real, { bigint: true });
    const inside = isInside(root, real);
    if (stats.isDirectory()) return inside ? { kind: 'nothing' } : outside(path);
    if (!isCandidate || !stats.isFile()) return { kind: 'nothing' };
    return inside ? { kind: 'file', file: { stat: toFileStat(stats), linkTo: real } } : outside(path);
  } catch (thrown) {
    return isCandidate ? { kind: 'problem', problem: unreadable(path, thrown) } : { kind: 'nothing' };
  }
}

/** Whether a real path is the root or below it. */
export function isInside(root: string, real: string): boolean {
  return real === root || real.startsWith(root.endsWith('/') ? root : `${root}/`);
}

function outside(path: string): ResolvedLink {
  return { kind: 'problem', problem: outsideProblem(path) };
}

export function outsideProblem(path: string): Problem {
  return { path, code: 'DIGLOT_PATH_OUTSIDE_ROOT', detail: 'it leads out of the watched folder' };
}
