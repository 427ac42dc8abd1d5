import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * All that a child process of ours gets to see: no secrets, nothing that changes what PostgreSQL does (`PGDATA`, `PGOPTIONS`),
 * and messages in English, as we read them.
 */
export function childEnvironment(): Readonly<Record<string, string>> {
  return { PATH: process.env['PATH'] ?? USUAL_PATH, LC_ALL: 'C', TZ: 'UTC' };
}

/** What a tool of the user (Java, Maven, apt) gets to see: everything but our own settings. */
export function toolEnvironment(): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('DIGLOT_')));
}

/** The folder that JAVA_HOME names, if it names one. */
export function javaHome(): string | null {
  return process.env['JAVA_HOME'] || null;
}

/**
 * The folder for what is downloaded once and shared by all clones: `DIGLOT_CACHE`, else `diglot` in the user's cache
 * (`XDG_CACHE_HOME`, else `~/.cache`; XDG Base Directory Specification). Absolute; it need not exist.
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { DIGLOT_CACHE: own, XDG_CACHE_HOME: users } = environment;
  if (own) return resolve(own);
  // The specification wants relative paths ignored.
  return join(users && isAbsolute(users) ? users : join(homedir(), '.cache'), 'diglot');
}
