import { rename, writeFile } from 'node:fs/promises';

/**
 * Writes a file that is there at once and whole: under a name of unfinished files first, which no scan looks at. Whoever
 * watches the folder would else take it for empty, where this process has to wait between its two steps.
 * @param path its folder must be there
 */
export async function placeFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.part`;
  await writeFile(draft, content);
  await rename(draft, path);
}
