import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '@diglot/domain';
import { isGone } from '../scanning/file-failure.ts';
import { runGit } from './run-git.ts';

/** A repository elsewhere, as it is configured and checked. */
export interface RemoteRepository {
  readonly address: string;
  /** null: what the repository calls its HEAD. */
  readonly branch: string | null;
  /** How long one talk with it may take, in milliseconds. */
  readonly timeout: number;
}

/** The one reference of a clone. */
const HEAD = 'refs/diglot/head';
/** Nothing on this machine takes so long, in milliseconds. */
const LOCAL_TIMEOUT = 60_000;

/** `blob:none`: the folders of a commit come at once, the contents when they are wanted. */
const FETCH = ['fetch', '--quiet', '--filter=blob:none', '--no-tags', '--no-write-fetch-head', '--refmap='];

/** A bare clone that only ever follows: whatever is in it can be fetched again. */
export class GitClone {
  readonly folder: string;
  readonly #remote: RemoteRepository;

  /** @param parent the folder of all clones */
  constructor(parent: string, remote: RemoteRepository) {
    this.folder = join(parent, `${sha256(remote.address).slice(0, 32)}.git`);
    this.#remote = remote;
  }

  /** Makes the clone if there is none, whole or not at all; frees it of the locks of a git that was killed. */
  async open(signal: AbortSignal): Promise<void> {
    if (await exists(this.folder)) {
      await removeLocks(this.folder);
      return;
    }
    const draft = `${this.folder}.${randomUUID()}`;
    await mkdir(dirname(draft), { recursive: true });
    try {
      const call = { timeout: LOCAL_TIMEOUT, signal };
      await runGit(['init', '--quiet', '--bare', '--template=', draft], { ...call, folder: null });
      await runGit(['config', 'remote.origin.url', this.#remote.address], { ...call, folder: draft });
      await rename(draft, this.folder);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }

  /** Gets the commit that the branch names now, whatever it named before, with its folders. */
  async fetch(signal: AbortSignal): Promise<void> {
    const { branch, timeout } = this.#remote;
    const from = branch === null ? 'HEAD' : `refs/heads/${branch}`;
    await runGit([...FETCH, 'origin', `+${from}:${HEAD}`], { folder: this.folder, network: true, timeout, signal });
  }

  /** @returns what `ls-tree` prints of all its files */
  async tree(signal: AbortSignal): Promise<Buffer> {
    return await runGit(['ls-tree', '-r', '-z', '--full-tree', HEAD], {
      folder: this.folder,
      timeout: LOCAL_TIMEOUT,
      signal,
    });
  }

  /** Gets contents, all in one talk; without it every one would cost a talk of its own. */
  async fetchBlobs(blobs: readonly string[], signal: AbortSignal): Promise<void> {
    const input = blobs.map((blob) => `${blob}\n`).join('');
    const quick = ['-c', 'fetch.negotiationAlgorithm=noop', '-c', 'gc.auto=0'];
    const call = { folder: this.folder, network: true, timeout: this.#remote.timeout, input, signal };
    await runGit([...quick, ...FETCH, '--stdin', 'origin'], call);
  }
}

async function exists(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch (thrown) {
    if (isGone(thrown)) return false;
    throw thrown;
  }
}

/** Only one watcher leads the source, and it has just begun: whoever held a lock is dead. */
async function removeLocks(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.lock')) continue;
    await rm(join(entry.parentPath, entry.name), { force: true });
  }
}
