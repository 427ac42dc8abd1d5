import type { BigIntStats } from 'node:fs';

/** What the file system says about a file; two equal ones make it likely, not certain, that the content is equal. */
export interface FileStat {
  readonly device: bigint;
  readonly inode: bigint;
  /** Bytes. */
  readonly size: number;
  /** Last change of the content, in nanoseconds since 1970; a writer can set it to anything. */
  readonly modified: bigint;
  /** Last change of the content or of what is known about the file, in nanoseconds since 1970; nobody can set it. */
  readonly changed: bigint;
}

export function toFileStat(stats: BigIntStats): FileStat {
  return {
    device: stats.dev,
    inode: stats.ino,
    size: Number(stats.size),
    modified: stats.mtimeNs,
    changed: stats.ctimeNs,
  };
}

/** Whether nothing was written in between; permissions, names and links may have changed. */
export function isSameVersion(a: FileStat, b: FileStat): boolean {
  return a.device === b.device && a.inode === b.inode && a.size === b.size && a.modified === b.modified;
}

/** Whether nothing at all has happened to the file in between; a write with a restored mtime is noticed too. */
export function isSameStat(a: FileStat, b: FileStat): boolean {
  return isSameVersion(a, b) && a.changed === b.changed;
}

/** As text for the database, where it is only compared. */
export function formatFileStat({ device, inode, size, modified, changed }: FileStat): string {
  return [device, inode, size, modified, changed].join(':');
}

/** Reads what {@link formatFileStat} wrote. */
export function parseFileStat(text: string): FileStat {
  const [device = '0', inode = '0', size = '0', modified = '0', changed = '0'] = text.split(':');
  return {
    device: BigInt(device),
    inode: BigInt(inode),
    size: Number(size),
    modified: BigInt(modified),
    changed: BigInt(changed),
  };
}
