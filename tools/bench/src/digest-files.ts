import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** 1,606 real digests, 108 MB; they stand beside the project, for their Chinese has no licence. */
const ARCHIVE = join(ROOT, '../shared/corpus/bench-digests.tar.gz');
const EXAMPLES = join(ROOT, 'examples/digests');

/** Digests to measure with. */
export interface DigestFiles {
  readonly origin: string;
  /** Where they lie. */
  readonly folder: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Removes what was unpacked. */
  readonly dispose: () => void;
}

/** The archive of real digests, unpacked to a temporary folder; the examples where there is no archive. */
export function openDigestFiles(): DigestFiles {
  if (!existsSync(ARCHIVE)) {
    const origin = `${EXAMPLES} (no ${ARCHIVE}: a few small files, so the figures say little)`;
    return { origin, folder: EXAMPLES, files: listFiles(EXAMPLES), dispose: () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), 'diglot-bench-'));
  execFileSync('tar', ['-xzf', ARCHIVE, '-C', folder]);
  return { origin: ARCHIVE, folder, files: listFiles(folder), dispose: () => rmSync(folder, { recursive: true }) };
}

function listFiles(folder: string): { path: string; bytes: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .toSorted()
    .map((path) => ({ path, bytes: statSync(path).size }));
}
