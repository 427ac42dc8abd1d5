import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { DiglotError } from '@diglot/domain';
import { killGit, startGit } from './run-git.ts';

/** What git holds of a blob. */
export type Blob =
  | { readonly kind: 'content'; readonly bytes: Buffer }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'missing' };

const LINE_FEED = 10;

/**
 * Reads blobs of a repository one after the other, from one `git cat-file --batch`. It fetches nothing: a blob that is not
 * there is missing.
 */
export class BlobReader {
  readonly #folder: string;
  readonly #limit: number;
  #child: ChildProcessWithoutNullStreams | null = null;
  #chunks: AsyncIterator<Buffer> | null = null;
  #rest: Buffer = Buffer.alloc(0);

  /** @param limit the largest content that is read, in bytes */
  constructor(folder: string, limit: number) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /** One at a time. @throws DiglotError `DIGLOT_GIT_FAILED` */
  async read(blob: string): Promise<Blob> {
    try {
      return await this.#ask(blob);
    } catch (thrown) {
      // Whatever is still to come is an answer to something else.
      this.close();
      throw thrown;
    }
  }

  close(): void {
    if (this.#child) killGit(this.#child);
    this.#child = null;
    this.#chunks = null;
    this.#rest = Buffer.alloc(0);
  }

  async #ask(blob: string): Promise<Blob> {
    this.#open();
    this.#child?.stdin.write(`${blob}\n`);
    const header = await this.#line();
    const [, type, size] = /^\S+ (blob) (\d+)$/.exec(header) ?? [];
    if (type === undefined) return { kind: 'missing' };
    const length = Number(size);
    if (length > this.#limit) {
      this.close();
      return { kind: 'too-large', size: length };
    }
    const bytes = await this.#bytes(length + 1);
    return { kind: 'content', bytes: bytes.subarray(0, length) };
  }

  #open(): void {
    if (this.#child) return;
    const child = startGit(['cat-file', '--batch'], { folder: this.#folder });
    // Its end shows as the end of its output.
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    child.stderr.resume();
    this.#child = child;
    this.#chunks = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async #line(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf(LINE_FEED);
      if (end >= 0) {
        const line = this.#rest.toString('latin1', 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      this.#rest = Buffer.concat([this.#rest, await this.#chunk()]);
    }
  }

  async #bytes(length: number): Promise<Buffer> {
    const parts = [this.#rest];
    let have = this.#rest.length;
    while (have < length) {
      const chunk = await this.#chunk();
      parts.push(chunk);
      have += chunk.length;
    }
    const all = Buffer.concat(parts, have);
    this.#rest = all.subarray(length);
    return all.subarray(0, length);
  }

  async #chunk(): Promise<Buffer> {
    const next = await this.#chunks?.next();
    if (!next || next.done) throw new DiglotError('DIGLOT_GIT_FAILED', 'git cat-file ended in the middle');
    return next.value;
  }
}
