import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { identify, isRunning, type ProcessIdentity } from '../processes/process-identity.ts';

/** What a lock file says. `released` takes the place of a deletion; see {@link acquireFolderLock}. */
interface LockContent extends ProcessIdentity {
  readonly host: string;
  readonly since: string;
  readonly released?: boolean;
}

export interface FolderLock {
  release(): Promise<void>;
}

const LOCK = /^lock\.(\d+)$/;
const DRAFT = /^lock-draft\./;
/** Rounds against others that try at the same instant; each round somebody wins. */
const ROUNDS = 1_000;

/** Whether a file of a locked folder belongs to its lock. */
export function isLockFile(name: string): boolean {
  return LOCK.test(name) || DRAFT.test(name);
}

/**
 * Locks a folder for this process, across kills and reused process numbers. Node has no lock that the kernel drops with
 * its owner, and "delete the stale lock, then create mine" lets two in: one deletes the lock that the other has just
 * created. So locks are numbered. The highest number counts; a stale one is never deleted but outbid by the next number,
 * which only one can create (`link` is atomic and refuses a name that exists). Who created it looks again: if there is a
 * higher one, it came too late, and withdraws. Lower ones are deleted by the winner, the highest never.
 *
 * @throws PlatformError `DIGLOT_DATA_LOCKED` naming the process that holds it
 */
export async function acquireFolderLock(folder: string): Promise<FolderLock> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const highest = Math.max(0, ...(await generations(folder)));
    const holder = highest === 0 ? null : await readLock(folder, highest);
    if (holder !== null && !holder.released && isRunning(holder)) throw locked(folder, holder);
    if (await tryGeneration(folder, highest + 1)) return lockOf(folder, highest + 1);
  }
  throw new PlatformError('DIGLOT_DATA_LOCKED', `too many processes try to lock ${folder} at once`);
}

/**
 * Creates the lock of a number; false if another was faster, there or at a higher one. Exported for its test: what it guards
 * against needs three processes in an unlikely order.
 */
export async function tryGeneration(folder: string, generation: number): Promise<boolean> {
  const file = fileOf(folder, generation);
  if (!(await createWhole(folder, file, contentNow()))) return false;
  const others = (await generations(folder)).filter((other) => other !== generation);
  if (others.some((other) => other > generation)) {
    await rm(file, { force: true });
    return false;
  }
  await sweep(folder, generation);
  return true;
}

function lockOf(folder: string, generation: number): FolderLock {
  let held = true;
  return {
    release: async () => {
      if (!held) return;
      held = false;
      const draft = draftOf(folder);
      await writeFile(draft, JSON.stringify({ ...contentNow(), released: true }), { mode: 0o600 });
      await rename(draft, fileOf(folder, generation));
    },
  };
}

/** Creates a file with its content in one step; false if it exists, or another's sweep took the draft away. */
async function createWhole(folder: string, file: string, content: LockContent): Promise<boolean> {
  const draft = draftOf(folder);
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes(codeOf(error))) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes what the killed left behind: lower locks, drafts. */
async function sweep(folder: string, winner: number): Promise<void> {
  const names = await readdir(folder);
  const old = names.filter((name) => DRAFT.test(name) || (generationOf(name) ?? winner) < winner);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

async function generations(folder: string): Promise<number[]> {
  return (await readdir(folder)).map(generationOf).filter((generation) => generation !== null);
}

function generationOf(name: string): number | null {
  const digits = LOCK.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Null if it's gone or holds no sense: a power cut may leave an empty file, a running process doesn't. */
async function readLock(folder: string, generation: number): Promise<LockContent | null> {
  try {
    const content: unknown = JSON.parse(await readFile(fileOf(folder, generation), 'utf8'));
    return isLockContent(content) ? content : null;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function isLockContent(value: unknown): value is LockContent {
  return value instanceof Object && 'pid' in value && typeof value.pid === 'number' && 'startedAt' in value;
}

function contentNow(): LockContent {
  const me = identify(process.pid) ?? { pid: process.pid, startedAt: null };
  return { ...me, host: hostname(), since: new Date().toISOString() };
}

function fileOf(folder: string, generation: number): string {
  return join(folder, `lock.${generation}`);
}

function draftOf(folder: string): string {
  return join(folder, `lock-draft.${process.pid}.${randomUUID()}`);
}

function locked(folder: string, { pid, host, since }: LockContent): PlatformError {
  const detail = `process ${pid} on ${host} runs on ${folder} since ${since}`;
  return new PlatformError('DIGLOT_DATA_LOCKED', detail);
}
