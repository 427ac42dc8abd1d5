import { chmod, mkdir, readdir, readFile, realpath, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnNode, type TemporaryFolder, temporaryFolder } from '@diglot/testing';
import { codeOf } from '../errors/errors.ts';
import { identify } from '../processes/process-identity.ts';
import { tryGeneration } from './folder-lock.ts';
import { LAYOUT_VERSION, openDataFolder } from './data-folder.ts';

const HOLDER = new URL('./hold-folder.fixture.ts', import.meta.url);

let scratch: TemporaryFolder;
let path: string;
beforeEach(async () => {
  scratch = await temporaryFolder('data');
  path = join(scratch.path, 'deep', 'data');
});
afterEach(async () => await scratch.remove());

const lockFiles = async (): Promise<string[]> => (await readdir(path)).filter((name) => name.startsWith('lock'));

describe('the folder', () => {
  test('is created for its owner alone, with its version', async () => {
    const folder = await openDataFolder(path);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect(await readFile(folder.file('version'), 'utf8')).toBe(`${LAYOUT_VERSION}\n`);
    expect(folder.file('a', 'b')).toBe(join(path, 'a', 'b'));
    await folder.close();
  });

  test('is named without the links that lead to it', async () => {
    await mkdir(path, { recursive: true });
    await symlink(path, join(scratch.path, 'link'));
    const folder = await openDataFolder(join(scratch.path, 'link'));
    expect(folder.path).toBe(await realpath(path));
    await folder.close();
  });

  test('of a newer layout is refused, and left free', async () => {
    await (await openDataFolder(path)).close();
    await writeFile(join(path, 'version'), `${LAYOUT_VERSION + 1}\n`);
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'DIGLOT_DATA_NEWER' });
    await writeFile(join(path, 'version'), `${LAYOUT_VERSION}\n`);
    await (await openDataFolder(path)).close();
  });

  test.each(['', 'two', '-1', '1.5', '99999999999999999999'])('with the version %p is refused', async (version) => {
    await (await openDataFolder(path)).close();
    await writeFile(join(path, 'version'), version);
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'DIGLOT_DATA_UNUSABLE' });
  });

  test('that holds something else is refused untouched', async () => {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'thesis.tex'), 'mine');
    const work = openDataFolder(path);
    await expect(work).rejects.toMatchObject({ code: 'DIGLOT_DATA_UNUSABLE' });
    await expect(work).rejects.toThrow('thesis.tex');
    expect(await readdir(path)).toEqual(['thesis.tex']);
  });

  test('that a killed process has only begun is completed', async () => {
    await mkdir(join(path, 'lost+found'), { recursive: true });
    await writeFile(join(path, 'version.new'), '');
    await writeFile(join(path, '.DS_Store'), '');
    await writeFile(join(path, 'lock-draft.1.x'), '');
    await (await openDataFolder(path)).close();
    expect(await readFile(join(path, 'version'), 'utf8')).toBe(`${LAYOUT_VERSION}\n`);
  });

  test('that is a file, or below one, is unusable', async () => {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, '');
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'DIGLOT_DATA_UNUSABLE' });
    await expect(openDataFolder(join(path, 'below'))).rejects.toMatchObject({ code: 'DIGLOT_DATA_UNUSABLE' });
  });

  test('that cannot be written is unusable', async () => {
    const folder = '/proc/diglot';
    await expect(openDataFolder(folder)).rejects.toMatchObject({ code: 'DIGLOT_DATA_UNUSABLE', class: 'Fatal' });
  });
});

describe('its lock', () => {
  test('names the process that holds it, and is free once that closes', async () => {
    const folder = await openDataFolder(path);
    const work = openDataFolder(path);
    await expect(work).rejects.toMatchObject({ code: 'DIGLOT_DATA_LOCKED' });
    await expect(work).rejects.toThrow(`process ${process.pid} `);
    await folder.close();
    await (await openDataFolder(path)).close();
  });

  test('closing twice does not free what another has taken since', async () => {
    const first = await openDataFolder(path);
    await first.close();
    const second = await openDataFolder(path);
    await first.close();
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'DIGLOT_DATA_LOCKED' });
    await second.close();
  });

  test('of another process holds while it lives, and not after kill -9', async () => {
    const holder = spawnNode(HOLDER, { args: [path] });
    await holder.waitForOutput(/holds/);
    await expect(openDataFolder(path)).rejects.toThrow(`process ${holder.pid} `);
    await holder.kill('SIGKILL');
    await (await openDataFolder(path)).close();
  });

  test('of a dead process is stale though its number was given to another', async () => {
    await (await openDataFolder(path)).close();
    const me = identify(process.pid);
    const lock = { ...me, startedAt: `${me?.startedAt}0`, host: 'here', since: 'then' };
    await writeFile(join(path, 'lock.9'), JSON.stringify(lock));
    await (await openDataFolder(path)).close();
    await writeFile(join(path, 'lock.90'), JSON.stringify({ ...lock, ...me }));
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'DIGLOT_DATA_LOCKED' });
  });

  test.each(['', '{', '[]', '{"pid":"1","startedAt":null}', '{"pid":0,"startedAt":null}'])(
    'that a power cut left as %p is stale',
    async (content) => {
      await (await openDataFolder(path)).close();
      await writeFile(join(path, 'lock.7'), content);
      const folder = await openDataFolder(path);
      expect(await lockFiles()).toEqual(['lock.8']);
      await folder.close();
    },
  );

  test('is not taken at a number below one that others have reached meanwhile', async () => {
    const folder = await openDataFolder(path);
    const [name = ''] = await lockFiles();
    const held = Number(name.split('.')[1]);
    await writeFile(join(path, `lock.${held + 2}`), await readFile(join(path, name)));
    expect(await tryGeneration(path, held + 1)).toBe(false);
    expect(await lockFiles()).not.toContain(`lock.${held + 1}`);
    expect(await tryGeneration(path, held + 2)).toBe(false);
    expect(await tryGeneration(path, held + 3)).toBe(true);
    await folder.close();
  });

  test('is taken by exactly one of many who find it stale at once', async () => {
    await (await openDataFolder(path)).close();
    for (let round = 0; round < 30; round += 1) {
      const results = await Promise.allSettled(Array.from({ length: 12 }, () => openDataFolder(path)));
      const winners = results.filter((result) => result.status === 'fulfilled');
      const losers = results.filter((result) => result.status === 'rejected');
      expect(winners).toHaveLength(1);
      expect(new Set(losers.map(({ reason }) => codeOf(reason)))).toEqual(new Set(['DIGLOT_DATA_LOCKED']));
      await winners[0]?.value.close();
    }
    expect(await lockFiles()).toHaveLength(1);
  });
});

test('a closed folder keeps the mode that its owner gives it', async () => {
  await (await openDataFolder(path)).close();
  await chmod(path, 0o711);
  await (await openDataFolder(path)).close();
  expect((await stat(path)).mode & 0o777).toBe(0o711);
});
