import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '../config/environment.ts';
import { codeOf, onCode, messageOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { identify } from '../processes/process-identity.ts';

/** No system gives this number to a process. PostgreSQL reads it, finds nobody, and starts. */
const NOBODY = 2_147_483_647;

/** Milliseconds that a server of ours may take to end: asked politely (a checkpoint is written), then at once. */
const FAST_SHUTDOWN = 60_000;
const IMMEDIATE_SHUTDOWN = 15_000;

/** The process that `postmaster.pid` of a cluster names, whatever it is today. */
export async function readPostmasterPid(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(onCode('ENOENT', null));
  const pid = Number(text?.split('\n', 1)[0]);
  return text !== null && Number.isSafeInteger(pid) && pid > 0 ? pid : null;
}

/** Whether the server of a cluster says that it is ready (line 8; PostgreSQL's miscadmin.h, `PM_STATUS_READY`). */
export async function saysReady(cluster: string): Promise<boolean> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(onCode('ENOENT', ''));
  const lines = text.split('\n');
  return lines[7]?.trim() === 'ready' && isServerOf(Number(lines[0]), cluster);
}

/** Whether a process is the server of this very cluster, and not some other process that got its number. */
export function isServerOf(pid: number, cluster: string): boolean {
  if (identify(pid) === null) return false;
  const words = process.platform === 'linux' ? argumentsOf(pid) : argumentsFromPs(pid);
  // Its sessions call themselves `postgres: …`.
  if (basename(words[0] ?? '') !== 'postgres') return false;
  const folder = words[words.indexOf('-D') + 1];
  // A server whose folder was moved while it ran still stands in it.
  return folder === cluster || workingFolderOf(pid) === cluster;
}

/**
 * Makes way for a server of this cluster: ends one that is left over from a process that was killed, and lifts the claim of
 * a `postmaster.pid` whose process is no server of it. The caller holds the lock of the data folder, so nobody uses it.
 */
export async function clearTheWay(cluster: string, onWaiting: (pid: number) => void): Promise<void> {
  const pid = (await readPostmasterPid(cluster)) ?? findServerOf(cluster);
  if (pid === null) return await removeSenseless(cluster);
  if (!isServerOf(pid, cluster)) return await disclaim(cluster, pid);
  onWaiting(pid);
  if (await endServer(pid, cluster, 'SIGINT', FAST_SHUTDOWN)) return;
  if (await endServer(pid, cluster, 'SIGQUIT', IMMEDIATE_SHUTDOWN)) return;
  throw new PlatformError('DIGLOT_POSTGRES_START', `process ${pid}, an earlier server of ${cluster}, does not end`);
}

/**
 * PostgreSQL takes any process of its user for the server that wrote the file, also one that got the number since. The
 * number is made harmless but the file kept: it also names the shared memory, by which PostgreSQL notices sessions that
 * outlived their server and would write to the same files.
 */
async function disclaim(cluster: string, pid: number): Promise<void> {
  if (identify(pid) === null) return;
  const file = join(cluster, 'postmaster.pid');
  const [, ...rest] = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, [String(NOBODY), ...rest].join('\n'));
}

/** PostgreSQL refuses to start over a file that names nobody, as a full disk may leave it. */
async function removeSenseless(cluster: string): Promise<void> {
  // Elsewhere we can't be sure that there is no server; PostgreSQL then says what to do.
  if (process.platform === 'linux') await rm(join(cluster, 'postmaster.pid'), { force: true });
}

function findServerOf(cluster: string): number | null {
  if (process.platform !== 'linux') return null;
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.find((pid) => isServerOf(pid, cluster)) ?? null;
}

async function endServer(pid: number, cluster: string, signal: NodeJS.Signals, patience: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return true;
    const detail = `process ${pid}, an earlier server of ${cluster}, cannot be ended: ${messageOf(error)}`;
    throw new PlatformError('DIGLOT_POSTGRES_START', detail, { cause: error });
  }
  const deadline = Date.now() + patience;
  while (isServerOf(pid, cluster)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

function argumentsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function argumentsFromPs(pid: number): string[] {
  try {
    const line = execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], {
      encoding: 'utf8',
      env: childEnvironment(),
    });
    // Words can't be told from blanks in a path here; ours puts `-D` and the folder first and `-c` after it.
    const [, program = '', folder = ''] = /^(.*?) -D (.*?) -c /.exec(line) ?? [];
    return [program, '-D', folder];
  } catch {
    return [];
  }
}

/** Null where it can't be seen: without the right to trace, as in most containers, root can't see it either. */
function workingFolderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
