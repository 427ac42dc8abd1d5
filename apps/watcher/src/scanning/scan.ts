import type { Problem } from '../problems/problem.ts';
import type { FileStat } from './file-stat.ts';

/** A file that may be a digest. */
export interface SeenFile {
  readonly stat: FileStat;
  /** For a symbolic link: where the file really is; absolute. */
  readonly linkTo: string | null;
}

/** What one walk through a folder saw. */
export interface Listing {
  readonly kind: 'listed';
  /** By path relative to the root. */
  readonly files: ReadonlyMap<string, SeenFile>;
  /** Folders that were listed, relative to the root, which is the empty path. */
  readonly folders: readonly string[];
  readonly problems: readonly Problem[];
  /** Which folder it was: its device and inode. */
  readonly identity: string;
  /** Whether it held nothing at all, as an empty mount point does. */
  readonly empty: boolean;
}

export type Scan = Listing | { readonly kind: 'missing'; readonly problem: Problem };
