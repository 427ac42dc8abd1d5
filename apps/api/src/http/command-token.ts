import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { codeOf, messageOf } from '@diglot/platform';
import type { ApiSettings } from '../api.settings.ts';

/** 32 random bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const OTHERS = 0o077;

/** The secret that commands need. */
export class CommandToken {
  readonly #digest: Buffer;

  private constructor(token: string) {
    this.#digest = digest(token);
  }

  /** The token that is given, or that of a file. @throws DiglotError `DIGLOT_DATA_UNUSABLE` */
  static async from({ token, tokenFile }: Pick<ApiSettings, 'token' | 'tokenFile'>): Promise<CommandToken> {
    return token === null ? CommandToken.ofFile(tokenFile) : new CommandToken(token);
  }

  /**
   * Reads the token of a file; makes one, readable by its owner alone, where there is none. Of two processes that start at
   * once, both end with the same.
   * @throws DiglotError `DIGLOT_DATA_UNUSABLE`
   */
  static async ofFile(file: string): Promise<CommandToken> {
    try {
      const token = (await read(file)) ?? (await make(file));
      if (!TOKEN.test(token)) throw new Error('it holds no token; delete it to get a new one');
      return new CommandToken(token);
    } catch (cause) {
      const reason = messageOf(cause);
      throw new DiglotError('DIGLOT_DATA_UNUSABLE', `the token of commands, ${file}: ${reason}`, { cause });
    }
  }

  /** Whether an `Authorization` header bears it. */
  isBorneBy(authorization: string | undefined): boolean {
    const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    return given !== undefined && this.equals(given);
  }

  /** Takes the same time whatever the other one is. */
  equals(other: string): boolean {
    return timingSafeEqual(this.#digest, digest(other));
  }
}

/** @returns null when there is no such file */
async function read(file: string): Promise<string | null> {
  try {
    const token = (await readFile(file, 'utf8')).trim();
    // Copies and backups may have opened it to others.
    if (((await stat(file)).mode & OTHERS) !== 0) await chmod(file, 0o600);
    return token;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Linked under its name only once it is whole, so nobody ever reads half of it. */
async function make(file: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return (await readFile(file, 'utf8')).trim();
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
