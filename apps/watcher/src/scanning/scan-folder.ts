import type { Dirent } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { isIgnoredName } from '@diglot/domain';
import type { Problem } from '../problems/problem.ts';
import { describeFailure, isGone, unreadable } from './file-failure.ts';
import { toFileStat } from './file-stat.ts';
import { childPath, isTooLong, readName } from './path-rules.ts';
import { resolveLink } from './resolve-link.ts';
import type { Scan, SeenFile } from './scan.ts';
import type { Selection } from './selection.ts';

/** Files of one folder that are looked at together: the thread pool takes no more at once anyway. */
const TOGETHER = 64;

/**
 * Walks through a folder, which must be a real path, and all that lies in it.
 * @param signal ends the walk early, with its reason
 */
export async function scanFolder(root: string, selection: Selection, signal: AbortSignal): Promise<Scan> {
  return await new FolderScan(root, selection, signal).run();
}

class FolderScan {
  readonly #root: string;
  readonly #selection: Selection;
  readonly #signal: AbortSignal;
  readonly #files = new Map<string, SeenFile>();
  readonly #folders: string[] = [];
  readonly #problems: Problem[] = [];
  #empty = true;

  constructor(root: string, selection: Selection, signal: AbortSignal) {
    this.#root = root;
    this.#selection = selection;
    this.#signal = signal;
  }

  async run(): Promise<Scan> {
    let identity: string;
    try {
      const stats = await stat(this.#root, { bigint: true });
      identity = `${stats.dev}:${stats.ino}`;
      await this.#walk(await this.#list(''));
    } catch (thrown) {
      this.#signal.throwIfAborted();
      return { kind: 'missing', problem: { path: '', code: 'DIGLOT_SOURCE_MISSING', detail: describeFailure(thrown) } };
    }
    const [files, folders, problems, empty] = [this.#files, this.#folders, this.#problems, this.#empty];
    return { kind: 'listed', files, folders, problems, identity, empty };
  }

  async #walk(folders: readonly string[]): Promise<void> {
    const pending = [...folders];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      try {
        pending.push(...(await this.#list(folder)));
      } catch (thrown) {
        this.#signal.throwIfAborted();
        // Gone between two calls: what was in it is absent, which a second scan must confirm.
        if (!isGone(thrown)) this.#problems.push(unreadable(folder, thrown));
      }
    }
  }

  /** Notes what a folder holds. @returns the folders in it */
  async #list(folder: string): Promise<string[]> {
    const entries = await readdir(`${this.#root}/${folder}`, { withFileTypes: true, encoding: 'buffer' });
    this.#folders.push(folder);
    if (entries.length > 0) this.#empty = false;
    const folders: string[] = [];
    for (let at = 0; at < entries.length; at += TOGETHER) {
      this.#signal.throwIfAborted();
      const some = entries.slice(at, at + TOGETHER);
      const found = await Promise.all(some.map((entry) => this.#note(folder, entry)));
      folders.push(...found.filter((path) => path !== null));
    }
    return folders;
  }

  /** @returns the path of a folder to be listed */
  async #note(folder: string, entry: Dirent<Buffer>): Promise<string | null> {
    const name = readName(entry.name);
    if (isIgnoredName(name.text)) return null;
    const path = childPath(folder, name.text);
    const isCandidate = this.#selection.includes(path);
    if (entry.isDirectory() && !this.#selection.enters(path)) return null;
    if (!entry.isDirectory() && !isCandidate && !entry.isSymbolicLink()) return null;
    if (isTooLong(path)) return this.#refuse(folder, 'a path in it is longer than 2,000 bytes');
    if (!name.usable) return this.#refuse(path, 'the name holds a control character or is not valid UTF-8');
    if (entry.isDirectory()) return path;
    if (entry.isSymbolicLink()) await this.#noteLink(path, isCandidate);
    else if (entry.isFile()) await this.#noteFile(path);
    return null;
  }

  #refuse(path: string, detail: string): null {
    this.#problems.push({ path, code: 'DIGLOT_PATH_UNUSABLE', detail });
    return null;
  }

  async #noteFile(path: string): Promise<void> {
    try {
      const stats = await lstat(`${this.#root}/${path}`, { bigint: true });
      if (stats.isFile()) this.#files.set(path, { stat: toFileStat(stats), linkTo: null });
    } catch (thrown) {
      if (!isGone(thrown)) this.#problems.push(unreadable(path, thrown));
    }
  }

  async #noteLink(path: string, isCandidate: boolean): Promise<void> {
    const resolved = await resolveLink(this.#root, path, isCandidate);
    if (resolved.kind === 'file') this.#files.set(path, resolved.file);
    if (resolved.kind === 'problem') this.#problems.push(resolved.problem);
  }
}
