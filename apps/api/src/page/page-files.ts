import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { codeOf } from '@diglot/platform';

/** A file of the page, ready to be sent. */
export interface PageFile {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Reads the files that make up the page. They are few and small, and what was read once by its name cannot be led out of
 * its folder by a request.
 */
export async function loadPage(folders: readonly URL[]): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for (const folder of folders) {
    for (const name of await namesIn(folder)) {
      const type = TYPES[extname(name)];
      if (type === undefined) continue;
      const body = await readFile(new URL(name, folder));
      const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
      files.set(name, { body, type, etag });
    }
  }
  return files;
}

/** @returns none when the folder is missing: the page is not compiled */
async function namesIn(folder: URL): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
