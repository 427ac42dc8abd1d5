import { chmod, chown, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FAST_SETTINGS, leaveOut, spawnNode, type TemporaryFolder, temporaryFolder } from '@diglot/testing';
import { openDataFolder } from '../data-folder/data-folder.ts';
import { openDatabase } from '../postgres/database.ts';
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { findPostgresPackage } from './postgres-package.ts';
import { canEnter, runAs } from './server-user.ts';

const OWNER = new URL('./owner.fixture.ts', import.meta.url);
const NOBODY = { uid: 65_534, gid: 65_534 };

const isRoot = process.getuid?.() === 0 || !leaveOut('PostgreSQL as another user: only root can start it as one');

(isRoot ? describe : describe.skip)('started by root', () => {
  let scratch: TemporaryFolder;
  let closed: string;
  let outside: string;
  beforeEach(async () => {
    scratch = await temporaryFolder('user');
    [closed, outside] = [join(scratch.path, 'closed'), join(scratch.path, 'outside')];
    await mkdir(closed, { mode: 0o700 });
  });
  afterEach(async () => await scratch.remove());

  /** Starts, stores or finds a table, stops. @returns the user that the server ran as */
  async function use(path: string, sql: string, options: Partial<EmbeddedPostgresOptions> = {}): Promise<number> {
    const dataFolder = await openDataFolder(path);
    try {
      const server = await startEmbeddedPostgres({
        dataFolder,
        outsidePlaces: [outside],
        settings: FAST_SETTINGS,
        ...options,
      });
      try {
        const database = await openDatabase({ url: server.url, applicationName: 'user' });
        await database.run(sql);
        await database.close();
        return (await stat(`/proc/${server.pid}`)).uid;
      } finally {
        await server.stop();
      }
    } finally {
      await dataFolder.close();
    }
  }

  const STORE = 'CREATE TABLE kept (id int)';
  const FIND = 'SELECT FROM kept';
  const homes = async (): Promise<string[]> => (await readdir(outside)).filter((name) => !name.endsWith('.programs'));

  describe('on a data folder that others may not enter', () => {
    test('the cluster stands outside, and is found again', async () => {
      const path = join(closed, 'data');
      expect(await use(path, STORE)).not.toBe(0);
      await use(path, FIND);
      expect(await homes()).toEqual([expect.stringMatching(/^diglot-data-[0-9a-f]{16}$/)]);
      expect(await readdir(path)).not.toContain('postgres');
    });

    test('the cluster is found again when the data folder was moved', async () => {
      await use(join(closed, 'data'), STORE);
      await rename(join(closed, 'data'), join(closed, 'moved'));
      await use(join(closed, 'moved'), FIND);
      // From now on it belongs to the new place: an old folder that comes back is the copy.
      await cp(join(closed, 'moved'), join(closed, 'data'), { recursive: true });
      await expect(use(join(closed, 'data'), FIND)).rejects.toThrow(`is a copy of ${join(closed, 'moved')}`);
    });

    test('a copy of the data folder does not share the cluster, and can have its own', async () => {
      const copy = join(closed, 'copy');
      await use(join(closed, 'data'), STORE);
      await cp(join(closed, 'data'), copy, { recursive: true });
      await expect(use(copy, FIND)).rejects.toMatchObject({ code: 'DIGLOT_DATA_UNUSABLE' });
      await rm(join(copy, 'postgres-location.json'));
      await use(copy, STORE);
      await use(join(closed, 'data'), FIND);
      expect(await homes()).toHaveLength(2);
    });

    test('a cluster that is gone is not replaced by an empty one without being told to', async () => {
      const path = join(closed, 'data');
      await use(path, STORE);
      await rm(outside, { recursive: true });
      await expect(use(path, FIND)).rejects.toThrow(/DIGLOT_DATA_UNUSABLE.* is not there any more/);
      await rm(join(path, 'postgres-location.json'));
      await use(path, STORE);
    });

    test('a kill before or after the cluster got its place does no harm', async () => {
      const path = join(closed, 'data');
      await use(path, STORE);
      const location = join(path, 'postgres-location.json');
      const record = JSON.parse(await readFile(location, 'utf8')) as { home: string };
      await writeFile(location, JSON.stringify({ ...record, ready: false }));
      await use(path, FIND);
      expect(JSON.parse(await readFile(location, 'utf8'))).toEqual({ ...record, ready: true });
      await writeFile(location, JSON.stringify({ ...record, ready: false }));
      await rm(record.home, { recursive: true });
      await use(path, STORE);
      expect(await homes()).toHaveLength(1);
    });

    test('a cluster that stands inside already is not left behind, but asked for', async () => {
      await use(join(scratch.path, 'data'), STORE);
      await rename(join(scratch.path, 'data'), join(closed, 'data'));
      await expect(use(join(closed, 'data'), FIND)).rejects.toThrow(
        /DIGLOT_DATA_UNUSABLE.*cannot enter a folder above/,
      );
    });

    test('a cluster is removed once its data folder, a temporary one, is gone; the others stay', async () => {
      await use(join(closed, 'data'), STORE);
      await use(join(closed, 'gone'), STORE);
      await rm(join(closed, 'gone'), { recursive: true });
      await use(join(closed, 'next'), STORE);
      expect(await homes()).toEqual([expect.stringMatching(/^diglot-data-/), expect.stringMatching(/^diglot-next-/)]);
      await use(join(closed, 'data'), FIND);
    });

    test('a place that others may write to is not used', async () => {
      await mkdir(outside);
      await chmod(outside, 0o777);
      await expect(use(join(closed, 'data'), STORE)).rejects.toMatchObject({ code: 'DIGLOT_DATA_UNUSABLE' });
    });
  });

  describe('with programs that cannot be run where they stand', () => {
    test('a closed package is copied into the data folder, once', async () => {
      const path = join(scratch.path, 'data');
      const package_ = await packageIn(closed);
      await use(path, STORE, { package: package_ });
      const copy = join(path, 'postgres-programs', package_.version, 'bin', 'postgres');
      const before = await stat(copy);
      await use(path, FIND, { package: package_ });
      expect((await stat(copy)).ino).toBe(before.ino);
    });

    test('a closed package and a closed data folder: both are outside', async () => {
      await use(join(closed, 'data'), STORE, { package: await packageIn(closed) });
      expect((await readdir(outside)).toSorted((a, b) => a.length - b.length)).toEqual([
        expect.stringMatching(/^diglot-data-[0-9a-f]{16}$/),
        expect.stringMatching(/^diglot-data-[0-9a-f]{16}\.programs$/),
      ]);
    });

    test('links between libraries that no install script has made are made in the copy', async () => {
      const path = join(scratch.path, 'data');
      const bare = await packageIn(scratch.path);
      const library = join(bare.folder, 'lib');
      for (const { name } of (await readdir(library, { withFileTypes: true })).filter((entry) =>
        entry.isSymbolicLink(),
      )) {
        await rm(join(library, name));
      }
      expect((await runAs(null, join(bare.folder, 'bin', 'postgres'), ['--version'])).code).not.toBe(0);
      await use(path, STORE, { package: bare });
    });

    test('a new version takes the place of the copy of the old one', async () => {
      const path = join(scratch.path, 'data');
      const package_ = await packageIn(closed);
      await use(path, STORE, { package: package_ });
      await use(path, FIND, { package: { ...package_, version: 'next' } });
      expect(await readdir(join(path, 'postgres-programs'))).toEqual(['next']);
    });

    async function packageIn(folder: string): Promise<{ folder: string; version: string }> {
      const original = findPostgresPackage();
      const target = join(folder, 'native');
      await cp(original.folder, target, { recursive: true, verbatimSymlinks: true });
      return { folder: target, version: original.version };
    }
  });

  describe('and by somebody else', () => {
    test('an ordinary user runs the server as itself, and root later runs it as that user', async () => {
      const home = join(scratch.path, 'home');
      await mkdir(home);
      await chown(home, NOBODY.uid, NOBODY.gid);
      await chmod(home, 0o700);
      if (!(await canEnter(NOBODY, new URL('.', import.meta.url).pathname))) {
        throw new Error('the sources stand where an ordinary user cannot read them');
      }
      const owner = spawnNode(OWNER, { args: [join(home, 'data')], ...NOBODY });
      const [, json = ''] = await owner.waitForOutput(/^ready (.*)$/m);
      const { pid } = JSON.parse(json) as { pid: number };
      expect((await stat(`/proc/${pid}`)).uid).toBe(NOBODY.uid);
      owner.signal('SIGTERM');
      await owner.waitForOutput(/^stopped$/m);
      await owner.kill();
      expect(await use(join(home, 'data'), STORE)).toBe(NOBODY.uid);
    });

    test('an ordinary user is told that the folder of another is not for it', async () => {
      const path = join(scratch.path, 'data');
      await use(path, STORE);
      const owner = spawnNode(OWNER, { args: [path], ...NOBODY });
      expect((await owner.exited).code).toBe(1);
      expect(owner.output).toContain('DIGLOT_DATA_UNUSABLE');
    });
  });
});
