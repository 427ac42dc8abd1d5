import { appendFile, chmod, link, lutimes, mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '@diglot/domain';
import type { Database } from '@diglot/platform';
import { type TemporaryFolder, temporaryFolder } from '@diglot/testing';
import { WatchedFolder, withoutRights } from '../watched-folder.fixture.ts';
import { LOCKABLE, OUTSIDE, type Expected } from './reference-model.fixture.ts';

/** Every write has a timestamp of its own, and so long ago that it counts. */
const LONG_AGO = 3_600_000;

/** A real folder with a real watcher, which does to both what a command says. */
export class RealFolder {
  readonly watched: WatchedFolder;
  readonly #outer: TemporaryFolder;
  readonly #root: string;
  readonly #contents = new Map<string, string>();
  #writes = 0;
  #told = 0;
  /** While it is true, something in it may be unreadable to the watcher. */
  restricted = false;
  /** How many commands of each kind were carried out on it. */
  readonly commands = new Map<string, number>();

  private constructor(outer: TemporaryFolder, root: string, database: Database) {
    this.#outer = outer;
    this.#root = root;
    this.watched = new WatchedFolder(root, database, {});
  }

  static async create(database: Database): Promise<RealFolder> {
    const outer = await temporaryFolder('life');
    await chmod(outer.path, 0o755);
    const root = join(outer.path, 'root');
    await mkdir(join(root, LOCKABLE, 'deep'), { recursive: true });
    await writeFile(join(outer.path, 'outside.md'), 'a secret');
    return new RealFolder(outer, root, database);
  }

  async remove(): Promise<void> {
    await this.lock(false).catch(() => undefined);
    await this.watched.remove();
    await this.#outer.remove();
  }

  /** Scans at this moment. @returns what was announced */
  async round(): Promise<Expected[]> {
    if (this.restricted) await withoutRights(() => this.watched.round());
    else await this.watched.round();
    return this.#news();
  }

  /** Scans, and is stopped as soon as something is announced. @returns what was announced */
  async interruptedRound(): Promise<Expected[]> {
    const work = () => this.watched.roundUntilTaken();
    await (this.restricted ? withoutRights(work) : work());
    return this.#news();
  }

  /** Into the file that is there, or a new one. */
  async write(path: string, content: string): Promise<void> {
    await mkdir(dirname(this.#at(path)), { recursive: true });
    await writeFile(this.#at(path), this.#remember(content));
    await this.touch(path);
  }

  /** @param whole what the file holds then */
  async append(path: string, more: string, whole: string): Promise<void> {
    this.#remember(whole);
    await appendFile(this.#at(path), more);
    await this.touch(path);
  }

  async replace(path: string, content: string): Promise<void> {
    await this.write(`${path}.tmp`, content);
    await rename(this.#at(`${path}.tmp`), this.#at(path));
  }

  async touch(path: string): Promise<void> {
    await utimes(this.#at(path), this.#nextTime(), this.#nextTime());
  }

  async move(from: string, to: string): Promise<void> {
    await rename(this.#at(from), this.#at(to));
  }

  async hardLink(from: string, to: string): Promise<void> {
    await link(this.#at(from), this.#at(to));
  }

  async symbolicLink(target: string, path: string): Promise<void> {
    await symlink(target === OUTSIDE ? join(this.#outer.path, 'outside.md') : this.#at(target), this.#at(path));
    await lutimes(this.#at(path), this.#nextTime(), this.#nextTime());
  }

  async delete(path: string): Promise<void> {
    await rm(this.#at(path), { recursive: true });
  }

  async allow(path: string, readable: boolean): Promise<void> {
    await chmod(this.#at(path), readable ? 0o644 : 0o000);
  }

  async lock(locked: boolean): Promise<void> {
    await chmod(this.#at(LOCKABLE), locked ? 0o000 : 0o755);
  }

  /** Makes a folder elsewhere, and moves it in as a whole. */
  async moveIn(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
    const elsewhere = join(this.#outer.path, folder);
    await mkdir(elsewhere);
    for (const [name, content] of files) {
      await writeFile(join(elsewhere, name), this.#remember(content));
      await utimes(join(elsewhere, name), this.#nextTime(), this.#nextTime());
    }
    await rename(elsewhere, this.#at(folder));
  }

  async moveOut(folder: string): Promise<void> {
    await rename(this.#at(folder), join(this.#outer.path, `${folder}-out-${this.#writes}`));
  }

  /** The root is away; perhaps with an empty folder in its place, as a mount point has it. */
  async unmount(leaveEmpty: boolean): Promise<void> {
    await rename(this.#root, `${this.#root}-away`);
    if (leaveEmpty) await mkdir(this.#root);
  }

  async mount(): Promise<void> {
    await rm(this.#root, { recursive: true, force: true });
    await rename(`${this.#root}-away`, this.#root);
  }

  #at(path: string): string {
    return join(this.#root, path);
  }

  #nextTime(): Date {
    this.#writes += 1;
    return new Date(Date.now() - LONG_AGO + this.#writes);
  }

  #remember(content: string): string {
    this.#contents.set(sha256(content), content);
    return content;
  }

  #news(): Expected[] {
    const news = this.watched.taken.slice(this.#told);
    this.#told = this.watched.taken.length;
    return news.map(({ path, revision, sha256: hash }) => {
      return { path, revision, content: hash === null ? null : (this.#contents.get(hash) ?? `unknown ${hash}`) };
    });
  }
}
