import { mkdir, open, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { onCode, messageOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { acquireFolderLock, type FolderLock, isLockFile } from './folder-lock.ts';

/** The version of what stands where in a data folder. Raise it when an older Diglot couldn't live with a newer folder. */
export const LAYOUT_VERSION = 1;

const VERSION_FILE = 'version';
const ADDRESS_FILE = 'address';

/**
 * Names that a folder may hold before it becomes a data folder: mount points and file managers leave them, and a
 * configuration may be there before anything else.
 */
const HARMLESS = /^(\..*|lost\+found|diglot\.config\.json)$/;

/** The folder that holds all that Diglot keeps on this machine; open, hence locked for this process. */
export class DataFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  readonly #lock: FolderLock;

  /** Use {@link openDataFolder}. */
  constructor(path: string, lock: FolderLock) {
    this.path = path;
    this.#lock = lock;
  }

  /** The absolute path of something below it. */
  file(...names: string[]): string {
    return join(this.path, ...names);
  }

  /** Says to others on this machine where whoever works in the folder listens. */
  async announceAddress(address: string): Promise<void> {
    await writeFile(this.file(ADDRESS_FILE), `${address}\n`);
  }

  /** Gives the folder free for others, after everything that works in it has stopped. May be called twice. */
  async close(): Promise<void> {
    await rm(this.file(ADDRESS_FILE), { force: true });
    await this.#lock.release();
  }
}

/**
 * Creates the folder if need be (mode 0700) and locks it for this process.
 *
 * @throws PlatformError `DIGLOT_DATA_LOCKED`, `DIGLOT_DATA_NEWER` (a newer layout), or `DIGLOT_DATA_UNUSABLE` (it can't be
 *   created or written, or holds something else)
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const wanted = resolve(folder);
  try {
    const path = await create(wanted);
    await refuseForeign(path);
    const lock = await acquireFolderLock(path);
    try {
      await checkVersion(path);
    } catch (error) {
      await lock.release();
      throw error;
    }
    return new DataFolder(path, lock);
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw new PlatformError('DIGLOT_DATA_UNUSABLE', `${wanted}: ${messageOf(error)}`, { cause: error });
  }
}

/** Where whoever works in a data folder listens, if that was ever said; after a crash it may not be true any more. */
export async function readAddress(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, ADDRESS_FILE), 'utf8').catch(onCode('ENOENT', null));
  return text?.trim() || null;
}

async function create(folder: string): Promise<string> {
  // Only the folder itself is closed to others; its parents aren't ours to close.
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { mode: 0o700 }).catch(onCode('EEXIST', undefined));
  return await realpath(folder);
}

/** A typing mistake must not turn somebody's home into a data folder. */
async function refuseForeign(path: string): Promise<void> {
  const names = await readdir(path);
  if (names.includes(VERSION_FILE)) return;
  const foreign = names.filter((name) => !HARMLESS.test(name) && !isLockFile(name) && !isDraft(name));
  if (foreign.length === 0) return;
  const some = foreign.slice(0, 3).join(', ');
  throw new PlatformError(
    'DIGLOT_DATA_UNUSABLE',
    `${path} holds something else already (${some}); choose an empty folder`,
  );
}

async function checkVersion(path: string): Promise<void> {
  const file = join(path, VERSION_FILE);
  const text = await readFile(file, 'utf8').catch(onCode('ENOENT', null));
  if (text === null) return await writeVersion(path, file);
  if (!/^\d{1,9}\s*$/.test(text)) {
    throw new PlatformError('DIGLOT_DATA_UNUSABLE', `${file} holds no version number`);
  }
  if (Number(text) > LAYOUT_VERSION) {
    const detail = `${path} has layout ${Number(text)}, and this version knows layouts up to ${LAYOUT_VERSION}`;
    throw new PlatformError('DIGLOT_DATA_NEWER', detail);
  }
}

async function writeVersion(path: string, file: string): Promise<void> {
  const draft = join(path, `${VERSION_FILE}.new`);
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${LAYOUT_VERSION}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

function isDraft(name: string): boolean {
  return name === `${VERSION_FILE}.new`;
}
