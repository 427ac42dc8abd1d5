import { readdir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { onCode } from '../errors/errors.ts';
import { clusterOf, readOwner } from './cluster-home.ts';
import { isServerOf, readPostmasterPid } from './postmaster-file.ts';

/**
 * Removes the homes in a place whose data folders stood in the system's temporary folder and are gone. Only those: a data folder
 * elsewhere may be on a disk that is not mounted today. And only from a place that nobody else may write to.
 */
export async function removeOrphanedHomes(place: string): Promise<void> {
  if (((await stat(place)).mode & 0o1022) !== 0) return;
  const temporary = (await realpath(tmpdir())) + sep;
  for (const name of await readdir(place)) {
    const home = join(place, name);
    const owner = await readOwner(home).catch(() => null);
    if (owner === null || !owner.dataFolder.startsWith(temporary) || (await exists(owner.dataFolder))) continue;
    const pid = await readPostmasterPid(clusterOf(home));
    if (pid !== null && isServerOf(pid, clusterOf(home))) continue;
    for (const folder of [home, `${home}.programs`]) await rm(folder, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(() => true, onCode('ENOENT', false));
}
