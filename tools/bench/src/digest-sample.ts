import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { DigestFiles } from './digest-files.ts';

/** Files spread evenly over all, so that every layout and size is among them. */
export function everyNth(files: DigestFiles['files'], wanted: number): DigestFiles['files'] {
  const step = Math.max(1, files.length / wanted);
  return Array.from({ length: Math.min(wanted, files.length) }, (_, index) => files[Math.floor(index * step)]).filter(
    (file) => file !== undefined,
  );
}

/** Copies the files under their own relative paths. */
export function copy(files: DigestFiles['files'], folder: string): void {
  const common = commonFolder(files.map(({ path }) => path));
  for (const { path } of files) {
    const target = join(folder, relative(common, path));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(path, target);
  }
}

function commonFolder(paths: readonly string[]): string {
  return paths.reduce(
    (common, path) => {
      let folder = common;
      while (!path.startsWith(`${folder}/`)) folder = dirname(folder);
      return folder;
    },
    dirname(paths[0] ?? '/'),
  );
}
