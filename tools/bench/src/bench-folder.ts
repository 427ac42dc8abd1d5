import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a benchmark keeps its database. */
export interface BenchFolder {
  readonly path: string;
  /** Removes it, unless somebody wanted it to be kept. */
  readonly dispose: () => void;
}

/** A folder of one run; or one that is kept, and used again, where it is named. */
export function openBenchFolder(name: string, kept?: string): BenchFolder {
  const path = kept ?? mkdtempSync(join(tmpdir(), `diglot-${name}-`));
  mkdirSync(path, { recursive: true });
  // As root, PostgreSQL runs as another user, who must be able to enter.
  chmodSync(path, 0o755);
  return { path, dispose: () => void (kept === undefined && rmSync(path, { recursive: true, force: true })) };
}
