/** Where files go that were taken, if the source says so; hidden, hence never scanned. */
export const DONE_FOLDER = '.diglot-done';

/** A path is part of a key of the database, which takes 2,704 bytes (a third of a page) with the name of its source. */
const PATH_LIMIT = 2000;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossy = new TextDecoder('utf-8', { ignoreBOM: true });

/** A name as the file system holds it, and what we make of it. */
export interface EntryName {
  /** For looking at; escaped where it is unusable, so that different names stay different. */
  readonly text: string;
  /** Whether it is valid UTF-8 without control characters, so that it can stand in a key, a log line and a page. */
  readonly usable: boolean;
}

/** Reads the bytes of a file name. */
export function readName(bytes: Uint8Array): EntryName {
  try {
    const text = strict.decode(bytes);
    return /\p{Cc}/u.test(text) ? { text: escape(bytes), usable: false } : { text, usable: true };
  } catch {
    return { text: escape(bytes), usable: false };
  }
}

/** The path of an entry of a folder; the root is the empty path. */
export function childPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Whether a path is too long for a key. */
export function isTooLong(path: string): boolean {
  return Buffer.byteLength(path) > PATH_LIMIT;
}

/** The folders above a path, the nearest first, without the root. */
export function* ancestors(path: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end);
}

/** Bytes that no text may hold become `\xNN`, and so does the backslash that would make them ambiguous. */
function escape(bytes: Uint8Array): string {
  return Array.from(splitCharacters(bytes), (part) => {
    const text = lossy.decode(part);
    return /[\p{Cc}\uFFFD\\]/u.test(text) ? hex(part) : text;
  }).join('');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

/** One part for each character; bytes that begin or continue none stand alone. */
function* splitCharacters(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

function characterLength(bytes: Uint8Array, at: number): number {
  for (const length of [4, 3, 2]) {
    const part = bytes.subarray(at, at + length);
    if (part.length === length && isOneCharacter(part)) return length;
  }
  return 1;
}

function isOneCharacter(part: Uint8Array): boolean {
  try {
    return [...strict.decode(part)].length === 1;
  } catch {
    return false;
  }
}
