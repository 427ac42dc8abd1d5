import { Injectable } from '@nestjs/common';
import { DiglotError, type Sha256 } from '@diglot/domain';
import { Database } from '@diglot/platform';

const LOAD = `SELECT bytes FROM watcher.digests WHERE sha256 = $1`;

/** The bytes of digests, as the watcher stored them. */
@Injectable()
export class DigestBytesRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws DiglotError `DIGLOT_DIGEST_MISSING` */
  async load(sha256: Sha256): Promise<Uint8Array> {
    const [row] = await this.#database.rows<{ bytes: Buffer }>(LOAD, [Buffer.from(sha256, 'hex')]);
    if (!row) throw new DiglotError('DIGLOT_DIGEST_MISSING', `no bytes are stored for ${sha256}`);
    return row.bytes;
  }
}
