import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageVersion } from './package-version.ts';

/** So many digits name a commit to people. */
const SHOWN = 9;

/**
 * The version of a workspace with the commit that is checked out, as build metadata (https://semver.org, 10):
 * `0.1.0+1a2b3c4d5`. Without a repository, the version alone.
 * @param moduleUrl `import.meta.url` of a file of its `src`, or of its `dist`
 */
export function codeVersion(moduleUrl: string): string {
  const commit = checkedOut(dirname(fileURLToPath(moduleUrl)));
  return packageVersion(moduleUrl) + (commit === null ? '' : `+${commit.slice(0, SHOWN)}`);
}

/** The commit that is checked out where a folder lies, without asking git; null where that is not plain. */
function checkedOut(folder: string): string | null {
  try {
    const place = gitFolder(folder);
    if (place === null) return null;
    const head = readFileSync(join(place, 'HEAD'), 'utf8').trim();
    const reference = /^ref: (refs\/\S+)$/.exec(head)?.[1];
    if (reference === undefined) return commitIn(head);
    const common = join(place, 'commondir');
    const shared = existsSync(common) ? resolve(place, readFileSync(common, 'utf8').trim()) : place;
    const loose = join(shared, reference);
    if (existsSync(loose)) return commitIn(readFileSync(loose, 'utf8'));
    const packed = readFileSync(join(shared, 'packed-refs'), 'utf8').split('\n');
    return commitIn(packed.find((line) => line.endsWith(` ${reference}`)) ?? '');
  } catch {
    // A version is told to people; nothing depends on it.
    return null;
  }
}

/** Of the repository around a folder. In a work tree that was added, `.git` is a file that names the place. */
function gitFolder(folder: string): string | null {
  const place = join(folder, '.git');
  if (!existsSync(place)) return dirname(folder) === folder ? null : gitFolder(dirname(folder));
  if (statSync(place).isDirectory()) return place;
  const named = /^gitdir: (.+)$/m.exec(readFileSync(place, 'utf8'))?.[1];
  return named === undefined ? null : resolve(folder, named);
}

function commitIn(text: string): string | null {
  return /^[0-9a-f]{40}/.exec(text)?.[0] ?? null;
}
