import { Injectable } from '@nestjs/common';
import { DiglotError, type Sha256 } from '@diglot/domain';
import { Database } from '@diglot/platform';
import { loadDigestBytes } from './statements/load-digest-bytes.statement.ts';

/** The bytes of digests, as the watcher stored them. */
@Injectable()
export class DigestBytesRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws DiglotError `DIGLOT_DIGEST_MISSING` */
  async load(sha256: Sha256): Promise<Uint8Array> {
    const bytes = await loadDigestBytes(this.#database, sha256);
    if (bytes === null) throw new DiglotError('DIGLOT_DIGEST_MISSING', `no bytes are stored for ${sha256}`);
    return bytes;
  }
}
