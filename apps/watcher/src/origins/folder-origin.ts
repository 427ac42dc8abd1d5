import type { Logger } from '@diglot/platform';
import { putAway, type CleanUp, type PutAway } from '../cleaning/put-away.ts';
import type { FileStat } from '../scanning/file-stat.ts';
import { scanFolder } from '../scanning/scan-folder.ts';
import type { Scan, SeenFile } from '../scanning/scan.ts';
import type { Selection } from '../scanning/selection.ts';
import { readDigestFile, type FileReading } from '../taking/read-digest-file.ts';
import { FolderWatch } from '../watching/folder-watch.ts';
import type { Origin } from './origin.ts';

/** A folder of this machine. */
export class FolderOrigin implements Origin {
  readonly #root: string;
  readonly #selection: Selection;
  readonly #cleanUp: CleanUp;

  /** @param root a real path */
  constructor(root: string, selection: Selection, cleanUp: CleanUp) {
    this.#root = root;
    this.#selection = selection;
    this.#cleanUp = cleanUp;
  }

  async scan(signal: AbortSignal): Promise<Scan> {
    return await scanFolder(this.#root, this.#selection, signal);
  }

  async prepare(): Promise<void> {
    // What lies in a folder is at hand.
  }

  async read(path: string, seen: SeenFile): Promise<FileReading> {
    return await readDigestFile(this.#root, path, seen);
  }

  async putAway(path: string, stored: FileStat): Promise<PutAway> {
    return await putAway(this.#root, path, stored, this.#cleanUp);
  }

  watch(ring: () => void, logger: Logger): FolderWatch {
    return new FolderWatch(this.#root, ring, logger);
  }

  async release(): Promise<void> {
    // Every file was closed after it was read.
  }
}
