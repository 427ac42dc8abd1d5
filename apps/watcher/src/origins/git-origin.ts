import { createHash } from 'node:crypto';
import { DIGEST_LIMIT, type Sha256 } from '@diglot/domain';
import { messageOf } from '@diglot/platform';
import type { PutAway } from '../cleaning/put-away.ts';
import { BlobReader } from '../git/blob-reader.ts';
import { GitClone, type RemoteRepository } from '../git/git-clone.ts';
import { readTree } from '../git/read-tree.ts';
import type { FileStat } from '../scanning/file-stat.ts';
import type { Listing, Scan, SeenFile } from '../scanning/scan.ts';
import type { Selection } from '../scanning/selection.ts';
import type { FileReading } from '../taking/read-digest-file.ts';
import type { Origin, OriginWatch } from './origin.ts';

const HEXADECIMAL = 16;

/**
 * The tree of a branch of a git repository. A scan fetches, so what is seen is always one commit, whole: nothing in it is
 * unfinished, and what it does not hold is gone. Histories are never compared: they may be rewritten.
 */
export class GitOrigin implements Origin {
  readonly #clone: GitClone;
  readonly #selection: Selection;
  readonly #blobs: BlobReader;
  readonly #limit: number;
  /** Sizes of those that are too large, so that they are not fetched again and again. */
  readonly #tooLarge = new Map<bigint, number>();
  #isOpen = false;

  /**
   * @param clones the folder of all clones
   * @param limit the largest digest, in bytes
   */
  constructor(clones: string, remote: RemoteRepository, selection: Selection, limit = DIGEST_LIMIT) {
    this.#clone = new GitClone(clones, remote);
    this.#selection = selection;
    this.#limit = limit;
    this.#blobs = new BlobReader(this.#clone.folder, limit);
  }

  async scan(signal: AbortSignal): Promise<Scan> {
    try {
      if (!this.#isOpen) await this.#clone.open(signal);
      this.#isOpen = true;
      await this.#clone.fetch(signal);
      return this.#list(await this.#clone.tree(signal));
    } catch (thrown) {
      signal.throwIfAborted();
      this.#isOpen = false;
      return { kind: 'missing', problem: { path: '', code: 'DIGLOT_GIT_FAILED', detail: messageOf(thrown) } };
    }
  }

  async prepare(files: readonly SeenFile[], signal: AbortSignal): Promise<void> {
    try {
      await this.#clone.fetchBlobs([...new Set(files.map(({ stat }) => blobOf(stat)))], signal);
    } catch {
      // A server that knows no filter has sent everything already, and may not let single contents be asked for.
      signal.throwIfAborted();
    }
  }

  async read(path: string, { stat }: SeenFile): Promise<FileReading> {
    try {
      const blob = await this.#blobs.read(blobOf(stat));
      if (blob.kind === 'missing') return unreadable(path, 'its content cannot be fetched');
      if (blob.kind === 'too-large') {
        this.#tooLarge.set(stat.inode, blob.size);
        const detail = `it has ${blob.size} bytes; a digest may have ${this.#limit}`;
        return { kind: 'problem', problem: { path, code: 'DIGLOT_DIGEST_TOO_LARGE', detail } };
      }
      const sha256 = createHash('sha256').update(blob.bytes).digest('hex') as Sha256;
      return { kind: 'read', sha256, bytes: blob.bytes, stat };
    } catch (thrown) {
      return unreadable(path, messageOf(thrown));
    }
  }

  async putAway(): Promise<PutAway> {
    throw new TypeError('nothing is put away in a repository');
  }

  watch(): OriginWatch {
    return { follow: () => undefined, close: () => undefined };
  }

  async release(): Promise<void> {
    this.#isOpen = false;
    this.#blobs.close();
  }

  #list(output: Buffer): Listing {
    const { files, problems } = readTree(output, this.#selection);
    const seen = files.map(({ path, blob }) => [path, { stat: this.#statOf(blob), linkTo: null }] as const);
    // An empty tree was emptied by a commit; it is never a mount point without its mount.
    return { kind: 'listed', files: new Map(seen), folders: [], problems, identity: 'git', empty: files.length === 0 };
  }

  /** Its hash is all there is to know of a content: it stands where the inode of a file would. */
  #statOf(blob: string): FileStat {
    const inode = BigInt(`0x1${blob}`);
    return { device: 0n, inode, size: this.#tooLarge.get(inode) ?? 0, modified: 0n, changed: 0n };
  }
}

/** The leading digit keeps leading zeros. */
function blobOf({ inode }: FileStat): string {
  return inode.toString(HEXADECIMAL).slice(1);
}

function unreadable(path: string, detail: string): FileReading {
  return { kind: 'problem', problem: { path, code: 'DIGLOT_FILE_UNREADABLE', detail } };
}
