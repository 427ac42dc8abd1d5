import { watch, type FSWatcher } from 'node:fs';
import { isIgnoredName } from '@diglot/domain';
import type { Logger } from '@diglot/platform';

/** Each costs a handle of the operating system; what lies in further folders is found by the next scan. */
const FOLDER_LIMIT = 2000;

/**
 * Rings when something happens in one of the folders that a scan has listed. Nothing depends on it: events get lost, and
 * some file systems have none. Each folder is watched by itself, because Node 20's recursive watch on Linux takes a handle
 * for every file.
 */
export class FolderWatch {
  readonly #root: string;
  readonly #ring: () => void;
  readonly #logger: Logger;
  readonly #watchers = new Map<string, FSWatcher>();
  /** Folders that cannot be watched, so that each is said once. */
  readonly #failed = new Set<string>();

  constructor(root: string, ring: () => void, logger: Logger) {
    this.#root = root;
    this.#ring = ring;
    this.#logger = logger;
  }

  /** Watches these folders, relative to the root, and no others. */
  follow(folders: readonly string[]): void {
    const wanted = new Set(folders.slice(0, FOLDER_LIMIT));
    for (const folder of this.#watchers.keys()) if (!wanted.has(folder)) this.#unwatch(folder);
    for (const folder of wanted) if (!this.#watchers.has(folder) && !this.#failed.has(folder)) this.#watch(folder);
  }

  close(): void {
    for (const folder of this.#watchers.keys()) this.#unwatch(folder);
  }

  #watch(folder: string): void {
    try {
      const watcher = watch(`${this.#root}/${folder}`, { persistent: false }, (_, name) => {
        if (name === null || !isIgnoredName(name)) this.#ring();
      });
      watcher.on('error', (error) => this.#fail(folder, error));
      this.#watchers.set(folder, watcher);
    } catch (thrown) {
      this.#fail(folder, thrown);
    }
  }

  #fail(folder: string, thrown: unknown): void {
    this.#unwatch(folder);
    this.#failed.add(folder);
    this.#logger.warn({ folder, err: thrown }, 'a folder cannot be watched; scans find what happens in it');
  }

  #unwatch(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}
