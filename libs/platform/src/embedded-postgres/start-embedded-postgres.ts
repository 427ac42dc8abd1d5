import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { messageOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import {
  chooseHome,
  type ClusterHome,
  clusterOf,
  findHome,
  logFileOf,
  openForPassage,
  passwordFileOf,
} from './cluster-home.ts';
import { EmbeddedPostgres, type KeepOptions, type PostgresAddress } from './embedded-postgres.ts';
import { findFreePort } from '../network/free-port.ts';
import { ensureInstallation } from './installation.ts';
import { makeCluster, ROLE } from './make-cluster.ts';
import { clearTheWay } from './postmaster-file.ts';
import { removeOrphanedHomes } from './orphaned-homes.ts';
import { findPostgresPackage, type PostgresPackage } from './postgres-package.ts';
import { rotateLog } from '../processes/process-log.ts';
import { ServerRun, type ServerRunOptions, ServerStartError } from './server-run.ts';
import type { ServerSettings } from './server-settings.ts';
import { canEnter, chooseServerUser, type ServerUser } from './server-user.ts';

/** What a start is doing, for whoever waits for it. */
export type StartPhase = 'preparing' | 'making-cluster' | 'ending-earlier-server' | 'starting' | 'recovering' | 'ready';

export interface EmbeddedPostgresOptions extends KeepOptions {
  /** Open, hence locked: nobody else uses the cluster in it. */
  readonly dataFolder: DataFolder;
  /** Any free one by default. It stays the same for the life of this process. */
  readonly port?: number;
  /** Settings of the server beside ours. */
  readonly settings?: ServerSettings;
  readonly onProgress?: (phase: StartPhase) => void;
  /** Milliseconds for a start; 10 minutes by default, for a recovery may take long. */
  readonly startTimeout?: number;
  /** The programs of PostgreSQL; those that npm installed by default. */
  readonly package?: PostgresPackage;
  /** Where a cluster may stand that can't stand in the data folder; for tests. */
  readonly outsidePlaces?: readonly string[];
}

/** Tries of the start, for what passes by itself: a port just taken, sessions of a killed server. */
const TRIES = 10;
/** Milliseconds before the second try; each further one waits twice as long, up to the second. */
const FIRST_DELAY = 100;
const LONGEST_DELAY = 2_000;

/**
 * Starts the PostgreSQL of a data folder, making it if there is none. It runs as another user if we are root, listens on
 * 127.0.0.1 only, asks for a random password, and ends with this process, however that ends. A start copes with what an
 * earlier one left: half a cluster, a server that still runs or is ending, a stale `postmaster.pid`, a long recovery.
 *
 * @throws PlatformError `DIGLOT_POSTGRES_START` with the last lines of the server's log, or `DIGLOT_DATA_UNUSABLE`
 */
export async function startEmbeddedPostgres(outer: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(outer);
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw new PlatformError('DIGLOT_POSTGRES_START', messageOf(error), { cause: error });
  }
}

async function start(outer: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  outer.onProgress?.('preparing');
  const { home, user, programs } = await prepare(outer);
  await clearTheWay(clusterOf(home.folder), (pid) => {
    outer.logger?.warn({ pid }, 'waiting for an earlier server of this data folder to end');
    outer.onProgress?.('ending-earlier-server');
  });
  await rotateLog(logFileOf(home.folder));
  const password = (await readFile(passwordFileOf(home.folder), 'utf8')).trim();
  const address = {
    host: '127.0.0.1',
    port: outer.port ?? (await findFreePort()),
    user: ROLE,
    password,
    database: ROLE,
  };
  const common = {
    home: home.folder,
    programs,
    user,
    settings: outer.settings ?? {},
    startTimeout: outer.startTimeout ?? 600_000,
    onRecovering: () => outer.onProgress?.('recovering'),
  };
  outer.onProgress?.('starting');
  const { run, options } = await firstRun({ ...common, connection: address }, outer.port === undefined);
  const settled = { ...address, port: options.connection.port };
  await createDatabase(settled).catch(async (error: unknown) => {
    await run.stop();
    throw error;
  });
  outer.onProgress?.('ready');
  return new EmbeddedPostgres(run, options, outer, settled);
}

async function prepare(
  outer: EmbeddedPostgresOptions,
): Promise<{ home: ClusterHome; user: ServerUser; programs: string }> {
  const dataFolder = outer.dataFolder.path;
  const found = await findHome(dataFolder);
  const user = await chooseServerUser(found?.exists ? clusterOf(found.folder) : null);
  const home = found ?? (await chooseHome(dataFolder, user, outer.outsidePlaces));
  await openForPassage(dataFolder, user);
  if (home.exists && !(await canEnter(user, clusterOf(home.folder)))) {
    const detail = `user ${user?.uid}, to whom ${clusterOf(home.folder)} belongs, cannot enter a folder above it`;
    throw new PlatformError('DIGLOT_DATA_UNUSABLE', detail);
  }
  const places = [outer.dataFolder.file('postgres-programs'), `${home.folder}.programs`];
  const programs = await ensureInstallation(outer.package ?? findPostgresPackage(), user, places);
  if (!home.exists) {
    if (home.id !== null) await removeOrphanedHomes(dirname(home.folder));
    if (home.id !== null) outer.logger?.warn({ folder: home.folder }, 'the database stands outside of the data folder');
    outer.onProgress?.('making-cluster');
    await makeCluster(home, { dataFolder, user, programs, durable: outer.settings?.['fsync'] !== 'off' });
  }
  return { home, user, programs };
}

/** Tries other ports while the port may be chosen, and waits for the sessions of a killed server to be gone. */
async function firstRun(
  options: ServerRunOptions,
  mayChoosePort: boolean,
): Promise<{ run: ServerRun; options: ServerRunOptions }> {
  let current = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { run: await ServerRun.start(current), options: current };
    } catch (error) {
      const isPassing =
        error instanceof ServerStartError &&
        (error.failure === 'still-in-use' || (error.failure === 'port-taken' && mayChoosePort));
      if (!isPassing || attempt >= TRIES) throw error;
      await sleep(Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt));
      if (mayChoosePort) current = { ...current, connection: { ...current.connection, port: await findFreePort() } };
    }
  }
}

async function createDatabase(address: PostgresAddress): Promise<void> {
  const client = new Client({ ...address, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [address.database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(address.database)}`);
  } finally {
    await client.end();
  }
}
