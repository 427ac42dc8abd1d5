const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * All that a child process of ours gets to see: no secrets, nothing that changes what PostgreSQL does (`PGDATA`, `PGOPTIONS`),
 * and messages in English, as we read them.
 */
export function childEnvironment(): Readonly<Record<string, string>> {
  return { PATH: process.env['PATH'] ?? USUAL_PATH, LC_ALL: 'C', TZ: 'UTC' };
}
