import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { DataFolder } from '@diglot/platform';

const TOKEN = 'token';

/**
 * Says in the data folder where the api listens, and links the token that it keeps in its volume: whoever gives commands
 * finds both where the embedded profile has them.
 * @param folder of the api's data
 * @returns where the token is; null if it is not in a file
 */
export async function announceApi(dataFolder: DataFolder, url: string, folder: string): Promise<string | null> {
  await dataFolder.announceAddress(url);
  const kept = join(folder, TOKEN);
  if (!existsSync(kept)) return null;
  const file = dataFolder.file(TOKEN);
  const draft = `${file}.${randomUUID()}`;
  await symlink(relative(dataFolder.path, kept), draft);
  // In the place of whatever is there: an older link, or the token of nobody.
  await rename(draft, file);
  return file;
}
