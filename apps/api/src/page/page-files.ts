import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, sep } from 'node:path';
import { codeOf } from '@diglot/platform';

/** Ways to send a file in fewer bytes, the best first, with the ending under which the build keeps it. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;
export type Encoding = (typeof ENCODINGS)[number]['name'];

/** A file of the page, ready to be sent. */
export interface PageFile {
  readonly type: string;
  readonly etag: string;
  /** Whether its name changes with its content, so that it may be kept for ever. */
  readonly isImmutable: boolean;
  readonly body: Buffer;
  readonly encoded: ReadonlyMap<Encoding, Buffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The build names what it puts here after its content. */
const HASHED_FOLDER = 'assets/';

/**
 * Reads the files that make up the page, by their path below its folder. They are few and small, and what was read once
 * by its name cannot be led out of its folder by a request.
 */
export async function loadPage(folder: URL): Promise<ReadonlyMap<string, PageFile>> {
  const names = new Set(await namesIn(folder));
  const read = (name: string): Promise<Buffer> => readFile(new URL(name, folder));
  const files = new Map<string, PageFile>();
  for (const name of names) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const body = await read(name);
    const encoded = new Map<Encoding, Buffer>();
    for (const { name: encoding, ending } of ENCODINGS) {
      if (names.has(name + ending)) encoded.set(encoding, await read(name + ending));
    }
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    files.set(name, { type, etag, isImmutable: name.startsWith(HASHED_FOLDER), body, encoded });
  }
  return files;
}

/** The best form of a file that a browser takes, by its `accept-encoding`. */
export function bestForm(file: PageFile, accepted = ''): { readonly body: Buffer; readonly encoding: Encoding | null } {
  const takes = new Set(
    accepted
      .split(',')
      .map((each) => each.trim().toLowerCase())
      .filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each))
      .map((each) => each.split(';')[0]),
  );
  for (const { name } of ENCODINGS) {
    const body = file.encoded.get(name);
    if (body && takes.has(name)) return { body, encoding: name };
  }
  return { body: file.body, encoding: null };
}

/** @returns none when the folder is missing: the page is not built */
async function namesIn(folder: URL): Promise<string[]> {
  try {
    return (await readdir(folder, { recursive: true })).map((name) => name.replaceAll(sep, '/'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
