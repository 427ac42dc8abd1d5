import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '@diglot/testing';
import { refuseOtherProfile, STACK_FILE } from './refuse-other-profile.ts';

let folder: TemporaryFolder;
beforeEach(async () => void (folder = await temporaryFolder('profile')));
afterEach(async () => await folder.remove());

test('a new folder is for both', async () => {
  for (const path of [folder.path, join(folder.path, 'none')]) {
    await expect(refuseOtherProfile(path, 'embedded')).resolves.toBeUndefined();
    await expect(refuseOtherProfile(path, 'stack')).resolves.toBeUndefined();
  }
});

test('that of a stack is for the stack alone, with its database and before it', async () => {
  await writeFile(join(folder.path, STACK_FILE), '{}');
  const refusal = { code: 'DIGLOT_DATA_UNUSABLE', message: expect.stringContaining('`npm run stack` runs') as string };
  await expect(refuseOtherProfile(folder.path, 'embedded')).rejects.toMatchObject(refusal);
  await mkdir(join(folder.path, 'postgres'));
  await expect(refuseOtherProfile(folder.path, 'embedded')).rejects.toMatchObject(refusal);
  await expect(refuseOtherProfile(folder.path, 'stack')).resolves.toBeUndefined();
});

test.each(['postgres', 'postgres-location.json'])(
  'with %s of the embedded profile it is for that alone',
  async (name) => {
    await mkdir(join(folder.path, name));
    const refusal = { code: 'DIGLOT_DATA_UNUSABLE', message: expect.stringContaining('`npm start` runs') as string };
    await expect(refuseOtherProfile(folder.path, 'stack')).rejects.toMatchObject(refusal);
    await expect(refuseOtherProfile(folder.path, 'embedded')).resolves.toBeUndefined();
  },
);
