import { Injectable } from '@nestjs/common';
import { DiglotError, type Sha256 } from '@diglot/domain';
import { Database } from '@diglot/platform';
import { loadDigestBytes, type DigestPart } from './statements/load-digest-bytes.statement.ts';

/** So much is loaded at once: decoding what the server sends of 64 MiB would hold up the whole process. */
const PART_BYTES = 2_097_152;

/** The bytes of digests, as the watcher stored them. */
@Injectable()
export class DigestBytesRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws DiglotError `DIGLOT_DIGEST_MISSING` */
  async load(sha256: Sha256): Promise<Uint8Array> {
    const { size, bytes: first } = await this.#part(sha256, 0);
    if (first.length === size) return first;
    const bytes = Buffer.allocUnsafe(size);
    let length = first.copy(bytes);
    while (length < size) length += (await this.#part(sha256, length)).bytes.copy(bytes, length);
    return bytes;
  }

  async #part(sha256: Sha256, offset: number): Promise<DigestPart> {
    const part = await loadDigestBytes(this.#database, sha256, offset, PART_BYTES);
    if (part === null) throw new DiglotError('DIGLOT_DIGEST_MISSING', `no bytes are stored for ${sha256}`);
    return part;
  }
}
