import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { childEnvironment } from '../config/environment.ts';
import { codeOf, onCode, messageOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';

/** The user that PostgreSQL runs as; null: the user that we are. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

export interface ProgramResult {
  /** Null if a signal ended it or it could not be started. */
  readonly code: number | null;
  /** What it printed, both streams. */
  readonly output: string;
}

/** PostgreSQL refuses to run as root; these users exist on most systems and own nothing else. */
const SERVER_USERS = ['postgres', 'nobody'];

/**
 * As whom the server of a cluster runs. A cluster that exists belongs to the user that it was made by; only root may run it for
 * somebody else.
 *
 * @param cluster the folder of a cluster, if there is one already
 */
export async function chooseServerUser(cluster: string | null): Promise<ServerUser> {
  const me = process.getuid?.();
  const owner = cluster === null ? null : await stat(cluster).catch(onCode('ENOENT', null));
  if (owner !== null && owner.uid === me && me !== 0) return null;
  if (owner !== null && me !== 0) {
    throw new PlatformError('DIGLOT_DATA_UNUSABLE', `${cluster} belongs to user ${owner.uid}, and this is user ${me}`);
  }
  if (me !== 0) return null;
  return owner === null || owner.uid === 0 ? await findServerUser() : { uid: owner.uid, gid: owner.gid };
}

async function findServerUser(): Promise<ServerUser> {
  for (const name of SERVER_USERS) {
    const [uid, gid] = [await runAs(null, 'id', ['-u', name]), await runAs(null, 'id', ['-g', name])];
    if (uid.code === 0 && gid.code === 0) return { uid: Number(uid.output), gid: Number(gid.output) };
  }
  const detail = `PostgreSQL does not run as root, and there is no user ${SERVER_USERS.join(' or ')}; start as another user`;
  throw new PlatformError('DIGLOT_POSTGRES_START', detail);
}

/** Runs a program to its end as somebody else. Mode bits alone don't say what a user may do, so we let it try. */
export async function runAs(user: ServerUser, program: string, args: readonly string[]): Promise<ProgramResult> {
  return await new Promise((resolve) => {
    // The folder that we are in may be closed to the other user.
    const child = spawn(program, [...args], { ...user, cwd: '/', env: childEnvironment() });
    child.stdin.end();
    const parts: string[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part.toString()));
    child.stderr.on('data', (part: Buffer) => parts.push(part.toString()));
    child.on('error', (error) => resolve({ code: null, output: `${codeOf(error)} ${messageOf(error)}` }));
    child.on('close', (code) => resolve({ code, output: parts.join('').trim() }));
  });
}

/** Whether that user can pass through a folder and all those above it. */
export async function canEnter(user: ServerUser, folder: string): Promise<boolean> {
  return (await runAs(user, '/bin/sh', ['-c', 'test -x "$1"', 'sh', folder])).code === 0;
}
