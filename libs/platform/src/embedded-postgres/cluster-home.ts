import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { codeOf, onCode, messageOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { canEnter, type ServerUser } from './server-user.ts';

/** The folder that holds a cluster and what belongs to it. */
export interface ClusterHome {
  readonly folder: string;
  /** False until the cluster is made; it is made elsewhere and renamed to `folder`. */
  readonly exists: boolean;
  /** Stands in the data folder and in a home outside of it, and says that they belong together; null for a home inside. */
  readonly id: string | null;
}

/** What the data folder remembers of a home outside of it. */
interface LocationRecord {
  readonly id: string;
  readonly home: string;
  /** False while the cluster is being made. */
  readonly ready: boolean;
}

/** What a home outside of the data folder remembers of it. */
interface OwnerRecord {
  readonly id: string;
  readonly dataFolder: string;
}

const INSIDE = 'postgres';
const LOCATION_FILE = 'postgres-location.json';
/** Of these a data folder has one as soon as it has a cluster. */
export const CLUSTER_NAMES: ReadonlySet<string> = new Set([INSIDE, LOCATION_FILE]);
const OWNER_FILE = 'owner.json';

/** Where a home may stand if the server's user can't enter the data folder: places that survive a restart first. */
const OUTSIDE_PLACES = ['/var/lib/diglot', '/var/tmp', tmpdir()];

export const clusterOf = (home: string): string => join(home, 'cluster');
export const passwordFileOf = (home: string): string => join(home, 'password');
export const logFileOf = (home: string): string => join(home, 'server.log');

/**
 * The home that a data folder has already, or null.
 *
 * @throws PlatformError `DIGLOT_DATA_UNUSABLE` if it stood outside and is gone, or belongs to another data folder of which this
 *   one is a copy
 */
export async function findHome(dataFolder: string): Promise<ClusterHome | null> {
  const record = await readLocation(dataFolder);
  if (record === null) {
    const inside = join(dataFolder, INSIDE);
    return (await exists(clusterOf(inside))) ? { folder: inside, exists: true, id: null } : null;
  }
  const owner = await readOwner(record.home);
  if (owner === null && !record.ready) return { folder: record.home, exists: false, id: record.id };
  if (owner?.id !== record.id) throw gone(dataFolder, record);
  if (owner.dataFolder !== dataFolder) await adopt(dataFolder, record, owner);
  if (!record.ready) await writeLocation(dataFolder, { ...record, ready: true });
  return { folder: record.home, exists: true, id: record.id };
}

/**
 * A home for a new cluster: inside the data folder if the server's user can get there, else outside, noted in the data
 * folder.
 *
 * @param places where to look outside; the usual ones by default
 */
export async function chooseHome(
  dataFolder: string,
  user: ServerUser,
  places: readonly string[] = OUTSIDE_PLACES,
): Promise<ClusterHome> {
  await openForPassage(dataFolder, user);
  if (await canEnter(user, dataFolder)) return { folder: join(dataFolder, INSIDE), exists: false, id: null };
  const id = randomBytes(8).toString('hex');
  for (const place of places) {
    if (!(await isOursToUse(place)) || !(await canEnter(user, place))) continue;
    const home = join(place, `diglot-${basename(dataFolder).replace(/^\W+/, '')}-${id}`);
    await writeLocation(dataFolder, { id, home, ready: false });
    return { folder: home, exists: false, id };
  }
  const detail = `user ${user?.uid} of PostgreSQL can enter neither ${dataFolder} nor any of ${places.join(', ')}`;
  throw new PlatformError('DIGLOT_DATA_UNUSABLE', detail);
}

/** Marks a draft of a home as belonging to the data folder, before it is renamed to its place. */
export async function signDraft(draft: string, dataFolder: string, { id }: ClusterHome): Promise<void> {
  if (id !== null) await writeWhole(join(draft, OWNER_FILE), { id, dataFolder } satisfies OwnerRecord);
}

/** Notes that the home stands where {@link chooseHome} put it. */
export async function confirmHome(dataFolder: string, { id, folder }: ClusterHome): Promise<void> {
  if (id !== null) await writeLocation(dataFolder, { id, home: folder, ready: true });
}

/** Removes the drafts that killed processes left beside a home. The caller holds the lock of the data folder. */
export async function sweepDrafts({ folder }: ClusterHome): Promise<void> {
  const [parent, prefix] = [join(folder, '..'), `${basename(folder)}.new-`];
  const drafts = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  await Promise.all(drafts.map((name) => rm(join(parent, name), { recursive: true, force: true })));
}

/** Lets the server's user pass through the data folder, which is ours and closed; nothing in it becomes readable by that. */
export async function openForPassage(dataFolder: string, user: ServerUser): Promise<void> {
  if (user === null) return;
  const { mode } = await stat(dataFolder);
  if ((mode & 0o001) === 0) await chmod(dataFolder, (mode & 0o777) | 0o011);
}

/** A place that others may write to, except for a sticky one like /tmp, may be changed under us. */
async function isOursToUse(place: string): Promise<boolean> {
  const made = await mkdir(place).then(() => true, onAny(false));
  if (made) await chmod(place, 0o755);
  const found = await lstat(place).catch(onAny(null));
  if (found === null || !found.isDirectory()) return false;
  const isSticky = (found.mode & 0o1000) !== 0;
  return isSticky || (found.uid === process.getuid?.() && (found.mode & 0o022) === 0);
}

async function adopt(dataFolder: string, record: LocationRecord, owner: OwnerRecord): Promise<void> {
  const former = await readLocation(owner.dataFolder).catch(onAny(null));
  // The former path may lead to this very folder, by a link put in its place.
  const isSame = (await realpath(owner.dataFolder).catch(onAny(null))) === dataFolder;
  if (former?.id === record.id && !isSame) {
    const detail =
      `${dataFolder} is a copy of ${owner.dataFolder}, whose database stands at ${record.home}. ` +
      `Delete ${join(dataFolder, LOCATION_FILE)} to give the copy an empty database of its own.`;
    throw new PlatformError('DIGLOT_DATA_UNUSABLE', detail);
  }
  await writeWhole(join(record.home, OWNER_FILE), { id: record.id, dataFolder } satisfies OwnerRecord);
}

function gone(dataFolder: string, { home }: LocationRecord): PlatformError {
  const detail =
    `the database of ${dataFolder} stood at ${home} and is not there any more. Put it back, or delete ` +
    `${join(dataFolder, LOCATION_FILE)} to begin with an empty one.`;
  return new PlatformError('DIGLOT_DATA_UNUSABLE', detail);
}

async function readLocation(dataFolder: string): Promise<LocationRecord | null> {
  return (await readJson(join(dataFolder, LOCATION_FILE))) as LocationRecord | null;
}

async function writeLocation(dataFolder: string, record: LocationRecord): Promise<void> {
  await writeWhole(join(dataFolder, LOCATION_FILE), record);
}

/** What a home outside says of its data folder; null if the folder is none. */
export async function readOwner(home: string): Promise<OwnerRecord | null> {
  return (await readJson(join(home, OWNER_FILE))) as OwnerRecord | null;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new PlatformError('DIGLOT_DATA_UNUSABLE', `${file}: ${messageOf(error)}`, { cause: error });
  }
}

async function writeWhole(file: string, value: object): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(value), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(() => true, onCode('ENOENT', false));
}

function onAny<T>(value: T): () => T {
  return () => value;
}
