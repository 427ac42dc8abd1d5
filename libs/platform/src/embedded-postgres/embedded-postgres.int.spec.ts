import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '@diglot/testing';
import { type DataFolder, openDataFolder } from '../data-folder/data-folder.ts';
import { codeOf } from '../errors/errors.ts';
import { type Database, openDatabase } from '../postgres/database.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { findFreePort } from '../network/free-port.ts';
import { isAlive, rowOf } from './process-tree.fixture.ts';

// One cluster for most: making one takes longer than all else.
let scratch: TemporaryFolder;
let dataFolder: DataFolder;
beforeAll(async () => {
  scratch = await temporaryFolder('embedded');
  dataFolder = await openDataFolder(join(scratch.path, 'data'));
  await withServer(async () => undefined);
});
afterAll(async () => {
  await dataFolder.close();
  await scratch.remove();
});

async function withServer(
  work: (server: EmbeddedPostgres) => Promise<void>,
  options: Partial<EmbeddedPostgresOptions> = {},
): Promise<void> {
  const server = await startEmbeddedPostgres({ dataFolder, ...options });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

async function withDatabase(url: string, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase({ url, applicationName: 'embedded' });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

describe('a server', () => {
  test('keeps its data from one start to the next', async () => {
    await withServer(async ({ url }) => {
      await withDatabase(url, async (database) => void (await database.run('CREATE TABLE kept AS SELECT 1 AS id')));
    });
    await withServer(async ({ url }) => {
      await withDatabase(url, async (database) =>
        expect(await database.rows('SELECT id FROM kept')).toEqual([{ id: 1 }]),
      );
    });
  });

  test('is durable, speaks UTF-8, sorts the same everywhere, and listens on this machine only', async () => {
    const wanted = {
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      TimeZone: 'UTC',
      unix_socket_directories: '',
    };
    await withServer(async ({ url }) => {
      await withDatabase(url, async (database) => {
        const sql = 'SELECT name, setting FROM pg_settings WHERE name = ANY ($1)';
        const rows = await database.rows<{ name: string; setting: string }>(sql, [Object.keys(wanted)]);
        expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual(wanted);
        const locale = 'SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()';
        expect(await database.rows(locale)).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8' }]);
        expect(await database.rows("SELECT lower('ÄÖ') AS low")).toEqual([{ low: 'äö' }]);
      });
    });
  });

  test('lets in nobody without the password, which only its owner can read', async () => {
    await withServer(async ({ url, address }) => {
      const wrong = url.replace(address.password, 'wrong');
      await expect(openDatabase({ url: wrong, applicationName: 'x' })).rejects.toMatchObject({ code: '28P01' });
      expect((await stat(dataFolder.file('postgres', 'password'))).mode & 0o777).toBe(0o600);
      expect((await stat(dataFolder.file('postgres', 'server.log'))).mode & 0o777).toBe(0o600);
      expect((await stat(dataFolder.file('postgres', 'cluster'))).mode & 0o777).toBe(0o700);
    });
  });

  test('takes settings beside ours', async () => {
    const check = async ({ url }: EmbeddedPostgres): Promise<void> =>
      await withDatabase(url, async (database) =>
        expect(await database.rows('SHOW work_mem')).toEqual([{ work_mem: '8MB' }]),
      );
    await withServer(check, { settings: { work_mem: '8MB' } });
  });

  test('is not reached by the Ctrl-C of our terminal: it lives in another session', async () => {
    await withServer(async ({ pid }) => {
      expect(isAlive(pid!)).toBe(true);
      expect(rowOf(pid!)?.session).not.toBe(rowOf(process.pid)?.session);
    });
  });

  test('says where it is and ends once, however often it is stopped', async () => {
    const server = await startEmbeddedPostgres({ dataFolder });
    const { pid, port, address } = server;
    expect(address).toMatchObject({ host: '127.0.0.1', port, user: 'diglot', database: 'diglot' });
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(server.pid).toBeNull();
    expect(isAlive(pid!)).toBe(false);
  });

  test('cuts open sessions when it stops', async () => {
    await withServer(async (server) => {
      await withDatabase(server.url, async (database) => {
        const work = database.transaction(async (transaction) => {
          await transaction.run('CREATE TABLE lost (id int)');
          await server.stop();
          await transaction.run('SELECT 1');
        });
        expect(codeOf(await work.catch((error: unknown) => error))).toMatch(/^57P01$|^DIGLOT_POSTGRES_UNAVAILABLE$/);
      });
    });
  });

  test('writes its log where the next start puts a long one aside', async () => {
    await withServer(async () => undefined);
    const log = dataFolder.file('postgres', 'server.log');
    expect(await readFile(log, 'utf8')).toContain('database system is ready');
    await writeFile(log, 'x'.repeat(2_000_000));
    await withServer(async () => undefined);
    expect(await readFile(`${log}.1`, 'utf8')).toMatch(/^x+$/);
    expect(await readFile(log, 'utf8')).toContain('database system is ready');
  });
});

describe('what an earlier start left', () => {
  test('a postmaster.pid of a process that is gone', async () => {
    const gone = spawn('true');
    await new Promise((resolve) => gone.once('exit', resolve));
    expect(isAlive(gone.pid!)).toBe(false);
    await expectStartWithPid(gone.pid!);
  });

  test('a postmaster.pid whose number was given to a process of the same user', async () => {
    const { uid, gid } = await stat(dataFolder.file('postgres', 'cluster'));
    const foreign = spawn('sleep', ['600'], { uid, gid });
    try {
      await expectStartWithPid(foreign.pid!);
      expect(isAlive(foreign.pid!)).toBe(true);
    } finally {
      await end(foreign);
    }
  });

  test('a postmaster.pid whose number was given to the server of another folder: that one is left alone', async () => {
    const other = await openDataFolder(join(scratch.path, 'other'));
    await withServer(
      async ({ pid }) => {
        await expectStartWithPid(pid!);
        expect(isAlive(pid!)).toBe(true);
      },
      { dataFolder: other },
    );
    await other.close();
  });

  test.each(['', 'nonsense\n', '-5\n/x\n', '0\n'])('a postmaster.pid of %j', async (content) => {
    await writeFile(dataFolder.file('postgres', 'cluster', 'postmaster.pid'), content);
    await withServer(async (server) => expect(server.pid).not.toBeNull());
  });

  /** Leaves a `postmaster.pid` that names a process, and expects a start. */
  async function expectStartWithPid(pid: number): Promise<void> {
    const cluster = dataFolder.file('postgres', 'cluster');
    const file = join(cluster, 'postmaster.pid');
    await writeFile(file, `${pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n    12345         1\nready   \n`);
    await withServer(async (server) => expect(server.pid).not.toBe(pid));
  }
});

describe('what cannot start', () => {
  test('a port that is taken, when it must be that one', async () => {
    const port = await findFreePort();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
    const start = startEmbeddedPostgres({ dataFolder, port });
    await expect(start).rejects.toMatchObject({ code: 'DIGLOT_POSTGRES_START', class: 'Fatal' });
    await expect(start).rejects.toThrow(/Address already in use/);
    await new Promise((resolve) => squatter.close(resolve));
    await withServer(async (server) => expect(server.port).toBe(port), { port });
  });

  test('a setting that PostgreSQL refuses, told by the last lines of its log', async () => {
    const start = startEmbeddedPostgres({ dataFolder, settings: { max_connections: 'many' } });
    await expect(start).rejects.toThrow(/DIGLOT_POSTGRES_START[^]*invalid value for parameter "max_connections"/);
  });

  test('a cluster that cannot be made leaves nothing, and the next start makes it, sweeping half ones away', async () => {
    const fresh = await openDataFolder(join(scratch.path, 'fresh'));
    const start = startEmbeddedPostgres({ dataFolder: fresh, package: await brokenPackage() });
    await expect(start).rejects.toThrow(/DIGLOT_POSTGRES_START[^]*initdb ended with 3[^]*no way/);
    expect((await readdir(fresh.path)).filter((name) => name.startsWith('postgres'))).toEqual([]);
    await mkdir(fresh.file('postgres.new-abc', 'cluster'), { recursive: true });
    await withServer(async (server) => expect(server.pid).not.toBeNull(), { dataFolder: fresh });
    expect((await readdir(fresh.path)).filter((name) => name.startsWith('postgres'))).toEqual(['postgres']);
    await fresh.close();
  });

  test('programs that do not run here, told by what they said', async () => {
    const empty = { folder: join(scratch.path, 'nothing'), version: 'none' };
    const start = startEmbeddedPostgres({ dataFolder, package: empty });
    await expect(start).rejects.toMatchObject({ code: 'DIGLOT_POSTGRES_START' });
    await expect(start).rejects.toThrow(/nothing/);
  });

  test('a start that takes longer than it may is given up, and no server stays', async () => {
    const start = startEmbeddedPostgres({ dataFolder, startTimeout: -1 });
    await expect(start).rejects.toThrow(/DIGLOT_POSTGRES_START: it was not ready in time/);
    expect(await readdir(dataFolder.file('postgres', 'cluster'))).not.toContain('postmaster.pid');
  });

  test('a password that was lost', async () => {
    const file = dataFolder.file('postgres', 'password');
    const password = await readFile(file);
    await writeFile(file, 'guess');
    const start = startEmbeddedPostgres({ dataFolder });
    await expect(start).rejects.toThrow(/DIGLOT_POSTGRES_START: password authentication failed/);
    await writeFile(file, password);
  });

  /** Programs that say their version like PostgreSQL's, and an `initdb` that fails. */
  async function brokenPackage(): Promise<{ folder: string; version: string }> {
    const folder = join(scratch.path, 'package');
    await mkdir(join(folder, 'bin'), { recursive: true });
    for (const program of ['postgres', 'initdb']) {
      const file = join(folder, 'bin', program);
      await writeFile(file, '#!/bin/sh\n[ "$1" = --version ] && exit 0\necho no way\nexit 3\n');
      await chmod(file, 0o755);
    }
    return { folder, version: 'broken' };
  }
});

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
