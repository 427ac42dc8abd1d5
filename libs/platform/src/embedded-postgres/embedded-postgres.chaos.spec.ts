import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  FAST_SETTINGS,
  leaveOut,
  spawnNode,
  type SpawnedNode,
  type TemporaryFolder,
  temporaryFolder,
  waitFor,
} from '@diglot/testing';
import { type DataFolder, openDataFolder } from '../data-folder/data-folder.ts';
import type { PlatformError } from '../errors/platform-error.ts';
import { type Database, openDatabase } from '../postgres/database.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { startEmbeddedPostgres, type StartPhase } from './start-embedded-postgres.ts';
import { childrenOf, commandOf, familyOf, isAlive, rowOf } from './process-tree.fixture.ts';

const OWNER = new URL('./owner.fixture.ts', import.meta.url);

const seen =
  process.platform === 'linux' || !leaveOut('kills around the embedded PostgreSQL: they are watched through /proc');
(seen ? describe : describe.skip)('whoever is killed', () => {
  let scratch: TemporaryFolder;
  let path: string;
  beforeEach(async () => {
    scratch = await temporaryFolder('chaos');
    path = join(scratch.path, 'data');
  });
  afterEach(async () => await scratch.remove());

  async function startOwner(): Promise<{ owner: SpawnedNode; url: string; pid: number }> {
    const owner = spawnNode(OWNER, { args: [path] });
    const [, json = ''] = await owner.waitForOutput(/^ready (.*)$/m);
    return { owner, ...(JSON.parse(json) as { url: string; pid: number }) };
  }

  async function write(url: string): Promise<void> {
    const database = await openDatabase({ url, applicationName: 'chaos' });
    await database.run('CREATE TABLE kept AS SELECT generate_series(1, 1000) AS id');
    await database.close();
  }

  async function expectKept(database: Database): Promise<void> {
    expect(await database.rows('SELECT count(*)::int FROM kept')).toEqual([{ count: 1000 }]);
  }

  /** Starts it here, hands it over, and ends it, whatever happens. */
  async function withServer(
    work: (server: EmbeddedPostgres, dataFolder: DataFolder) => Promise<void>,
    options: {
      restarts?: number;
      onGivenUp?: (error: PlatformError) => void;
      onProgress?: (phase: StartPhase) => void;
    } = {},
  ): Promise<void> {
    const dataFolder = await openDataFolder(path);
    try {
      const server = await startEmbeddedPostgres({ dataFolder, settings: FAST_SETTINGS, ...options });
      try {
        await work(server, dataFolder);
      } finally {
        await server.stop();
      }
    } finally {
      await dataFolder.close();
    }
  }

  async function withDatabase(server: EmbeddedPostgres, work: (database: Database) => Promise<void>): Promise<void> {
    const database = await openDatabase({ url: server.url, applicationName: 'chaos' });
    try {
      await work(database);
    } finally {
      await database.close();
    }
  }

  const gone = async (pids: readonly number[]): Promise<void> =>
    void (await waitFor(() => !pids.some(isAlive), { what: `the end of ${pids.join(', ')}` }));

  test('the owner: its server ends by itself, and the next start finds what was committed', async () => {
    const { owner, url, pid } = await startOwner();
    await write(url);
    const family = familyOf(owner.pid);
    expect(family).toContain(pid);
    await owner.kill('SIGKILL');
    await gone(family);
    await withServer(async (server) => await withDatabase(server, expectKept));
  });

  test('the owner, and the next start does not wait for the server to end', async () => {
    const { owner, url } = await startOwner();
    await write(url);
    await owner.kill('SIGKILL');
    await withServer(async (server) => await withDatabase(server, expectKept));
  });

  test('the owner and the supervisor: the next start ends the server that is left', async () => {
    const { owner, url, pid } = await startOwner();
    await write(url);
    const supervisor = rowOf(pid)!.parent;
    const watcher = childrenOf(supervisor).find((child) => child !== pid)!;
    // Stopped, for else it would see its supervisor die and end the server itself.
    owner.signal('SIGSTOP');
    for (const victim of [supervisor, watcher]) process.kill(victim, 'SIGKILL');
    await owner.kill('SIGKILL');
    expect(isAlive(pid)).toBe(true);
    const phases: StartPhase[] = [];
    await withServer(async (server) => await withDatabase(server, expectKept), {
      onProgress: (phase) => phases.push(phase),
    });
    expect(phases).toContain('ending-earlier-server');
    expect(isAlive(pid)).toBe(false);
  });

  test('the owner while it makes the cluster: the next start makes it', async () => {
    const owner = spawnNode(OWNER, { args: [path] });
    await owner.waitForOutput(/phase making-cluster/);
    await waitFor(() => familyOf(owner.pid).length > 3, { what: 'initdb' });
    const family = familyOf(owner.pid);
    await owner.kill('SIGKILL');
    await gone(family);
    await withServer(async (server, dataFolder) => {
      await withDatabase(server, async (database) => expect(await database.rows('SELECT 1 AS one')).toHaveLength(1));
      expect((await readdir(dataFolder.path)).filter((name) => name.includes('.new'))).toEqual([]);
    });
  });

  test('the server: it runs again on the same port, with what was committed', async () => {
    await withServer(async (server) => {
      const { port, pid } = server;
      await write(server.url);
      process.kill(pid!, 'SIGKILL');
      await waitFor(() => server.pid !== pid && server.pid !== null, { timeout: 120_000, what: 'another server' });
      expect([server.port, server.restarts]).toEqual([port, 1]);
      await withDatabase(server, expectKept);
    });
  });

  test('the server under an open pool: statements are Unavailable for a while, then go on', async () => {
    await withServer(async (server) => {
      await withDatabase(server, async (database) => {
        const pid = server.pid;
        await database.run('SELECT 1');
        process.kill(pid!, 'SIGKILL');
        await waitFor(() => server.pid !== pid && server.pid !== null, { timeout: 120_000, what: 'another server' });
        const one = async () => await database.rows('SELECT 1 AS one');
        expect(await waitFor(one, { what: 'an answer' })).toEqual([{ one: 1 }]);
      });
    });
  });

  test('the supervisor, all of it: the server without one is ended and replaced', async () => {
    await withServer(async (server) => {
      const pid = server.pid!;
      await write(server.url);
      const supervisor = rowOf(pid)!.parent;
      const watcher = childrenOf(supervisor).find((child) => child !== pid)!;
      for (const victim of [watcher, supervisor]) process.kill(victim, 'SIGKILL');
      await waitFor(() => server.pid !== pid && server.pid !== null, { timeout: 120_000, what: 'another server' });
      expect(isAlive(pid)).toBe(false);
      await withDatabase(server, expectKept);
    });
  });

  test('one session of the server: the others are cut off, and the server stays', async () => {
    await withServer(async (server) => {
      const pid = server.pid;
      await withDatabase(server, async (database) => {
        const [row] = await database.rows<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        process.kill(row!.pid, 'SIGKILL');
        await waitFor(async () => await database.rows('SELECT 1'), { what: 'an answer' });
      });
      expect(server.pid).toBe(pid);
    });
  });

  test('a server that cannot start again is given up, once, with an error of class Fatal', async () => {
    const errors: PlatformError[] = [];
    await withServer(
      async (server, dataFolder) => {
        const control = dataFolder.file('postgres', 'cluster', 'global', 'pg_control');
        const good = await readFile(control);
        await writeFile(control, 'broken');
        process.kill(server.pid!, 'SIGKILL');
        await waitFor(() => errors.length > 0, { timeout: 120_000, what: 'the report' });
        await writeFile(control, good);
      },
      { restarts: 2, onGivenUp: (error) => errors.push(error) },
    );
    expect(errors).toEqual([expect.objectContaining({ code: 'DIGLOT_POSTGRES_START', class: 'Fatal' })]);
    await withServer(async (server) => expect(server.pid).not.toBeNull());
  });

  test('a stop while it is being started again stops it', async () => {
    await withServer(async (server, dataFolder) => {
      const settings = dataFolder.file('postgres', 'cluster', 'postgresql.auto.conf');
      const pid = server.pid!;
      // It cannot start, so the stop falls into the row of attempts.
      await writeFile(settings, 'nonsense = 1\n');
      process.kill(pid, 'SIGKILL');
      await waitFor(() => !isAlive(pid), { what: 'the end of the server' });
      await server.stop();
      await writeFile(settings, '');
      const servers = childrenOf(process.pid)
        .map(commandOf)
        .filter((command) => command.includes(dataFolder.path));
      expect(servers).toEqual([]);
    });
  });
});
