import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '@diglot/platform';

export interface TemporaryFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  readonly remove: () => Promise<void>;
}

const NAME = /^diglot-test-(\d+)-/;

/** A new folder below the system's temporary one that anybody may enter; those of processes that were killed are swept first. */
export async function temporaryFolder(name: string): Promise<TemporaryFolder> {
  await sweep();
  const path = await mkdtemp(join(await realpath(tmpdir()), `diglot-test-${process.pid}-${name}-`));
  // `mkdtemp` closes it to others; PostgreSQL may have to run as one of them.
  await chmod(path, 0o755);
  return { path, remove: async () => await rm(path, { recursive: true, force: true }) };
}

/** For `.catch(removing(folder))`: removes it, and throws the error again. */
export function removing({ remove }: TemporaryFolder): (error: unknown) => Promise<never> {
  return async (error) => {
    await remove();
    throw error;
  };
}

async function sweep(): Promise<void> {
  const left = (await readdir(tmpdir())).filter((name) => {
    const pid = NAME.exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
  // Two runs may sweep the same, or meet what a third still ends; the next run tries again.
  await Promise.allSettled(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
