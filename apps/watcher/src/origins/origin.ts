import type { Logger } from '@diglot/platform';
import type { PutAway } from '../cleaning/put-away.ts';
import type { FileStat } from '../scanning/file-stat.ts';
import type { Scan, SeenFile } from '../scanning/scan.ts';
import type { FileReading } from '../taking/read-digest-file.ts';

/** Rings when something may have happened, until it is closed. Nothing depends on it. */
export interface OriginWatch {
  /** Watches these folders, relative to the root, and no others. */
  follow(folders: readonly string[]): void;
  close(): void;
}

/** Where the files of a source come from: a folder, or the tree of a commit. */
export interface Origin {
  /**
   * What there is now; files of which a stat equals an earlier one have the same content.
   * @throws only the reason of the signal
   */
  scan(signal: AbortSignal): Promise<Scan>;
  /**
   * Makes ready what is about to be read, all at once; a file that this fails for fails again when it is read.
   * @throws only the reason of the signal
   */
  prepare(files: readonly SeenFile[], signal: AbortSignal): Promise<void>;
  /** Reads a file as it was seen by a scan. */
  read(path: string, seen: SeenFile, signal: AbortSignal): Promise<FileReading>;
  /** Carries out the policy of the source. @throws what the file system throws */
  putAway(path: string, stored: FileStat): Promise<PutAway>;
  watch(ring: () => void, logger: Logger): OriginWatch;
  /** At the end of a term: nothing that was started goes on. */
  release(): Promise<void>;
}
