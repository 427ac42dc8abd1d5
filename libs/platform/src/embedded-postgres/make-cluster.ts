import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PlatformError } from '../errors/platform-error.ts';
import { type ClusterHome, clusterOf, confirmHome, passwordFileOf, signDraft, sweepDrafts } from './cluster-home.ts';
import { lastLinesOf } from '../processes/process-log.ts';
import type { ServerUser } from './server-user.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';

/** The role that owns everything in the cluster, and the database of the same name. */
export const ROLE = 'diglot';

export interface MakeClusterOptions {
  readonly dataFolder: string;
  readonly user: ServerUser;
  /** The folder of `initdb`. */
  readonly programs: string;
  /** False: its files are not forced to the disk. A power cut may then leave a broken cluster. */
  readonly durable: boolean;
}

/**
 * Makes a cluster at a home: whole or not at all, whenever the process is killed. UTF-8 with PostgreSQL's own C.UTF-8 locale, so
 * that sorting and case don't depend on the machine; a random password, which only we can read.
 *
 * @throws PlatformError `DIGLOT_POSTGRES_START` with what `initdb` printed
 */
export async function makeCluster(home: ClusterHome, options: MakeClusterOptions): Promise<void> {
  await sweepDrafts(home);
  const draft = await mkdtemp(`${home.folder}.new-`);
  try {
    // The server's user must pass through it; the files in it are closed one by one.
    await chmod(draft, options.user === null ? 0o700 : 0o711);
    await mkdir(clusterOf(draft), { mode: 0o700 });
    const password = randomBytes(24).toString('hex');
    await writeFile(passwordFileOf(draft), password, { mode: 0o600, flush: true });
    await initialise(draft, password, options);
    await signDraft(draft, options.dataFolder, home);
    await rename(draft, home.folder);
    await synchronise(dirname(home.folder));
    await confirmHome(options.dataFolder, home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function initialise(
  draft: string,
  password: string,
  { user, programs, durable }: MakeClusterOptions,
): Promise<void> {
  // `initdb` runs as the server's user, who can't read our files.
  const passwordFile = join(draft, 'initdb-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== null) await chown(passwordFile, user.uid, user.gid);
  if (user !== null) await chown(clusterOf(draft), user.uid, user.gid);
  const logFile = join(draft, 'initdb.log');
  const log = await open(logFile, 'w', 0o600);
  try {
    const access = ['-U', ROLE, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const args = ['-D', clusterOf(draft), ...access, ...locale, ...(durable ? [] : ['--no-sync'])];
    const code = await new SupervisedProcess(join(programs, 'initdb'), args, { user, output: log.fd }).exited;
    if (code !== 0) {
      const detail = `initdb ended with ${code ?? 'a signal'}:\n${await lastLinesOf(logFile)}`;
      throw new PlatformError('DIGLOT_POSTGRES_START', detail);
    }
  } finally {
    await log.close();
    await rm(passwordFile, { force: true });
    await rm(logFile, { force: true });
  }
}

/** Makes the new name of a renamed folder last over a power cut. */
async function synchronise(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
