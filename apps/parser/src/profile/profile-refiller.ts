import { Injectable } from '@nestjs/common';
import { DiglotError } from '@diglot/domain';
import { Database } from '@diglot/platform';
import { DigestBytesRepository } from '../digest-bytes.repository.ts';
import { runInTurns } from '../give-way.ts';
import { PlacementRepository } from '../placement.repository.ts';
import { readContent, type Content } from '../read-content.ts';
import { claimUnprofiled, findUnprofiled, type UnprofiledPlacement } from './unprofiled.statement.ts';

/** Gives digests and index tables that an earlier release parsed the sums that notices are concluded from. */
@Injectable()
export class ProfileRefiller {
  readonly #database: Database;
  readonly #bytes: DigestBytesRepository;
  readonly #placements: PlacementRepository;

  constructor(database: Database, bytes: DigestBytesRepository, placements: PlacementRepository) {
    this.#database = database;
    this.#bytes = bytes;
    this.#placements = placements;
  }

  /**
   * One transaction for each, so a kill loses and repeats nothing.
   * @param signal ends it early
   * @returns how many got theirs
   */
  async refill(source: string, signal?: AbortSignal): Promise<number> {
    let refilled = 0;
    for (const placement of await findUnprofiled(this.#database, source)) {
      if (signal?.aborted === true) break;
      const content = await this.#read(placement);
      await this.#database.transaction(async (tx) => {
        if (!(await claimUnprofiled(tx, placement))) return;
        await this.#placements.saveSums(tx, placement, content);
        refilled += 1;
      });
    }
    return refilled;
  }

  /** @returns null for what could be read once and cannot now, since the code that reads it has changed */
  async #read({ source, path, sha256 }: UnprofiledPlacement): Promise<Content | null> {
    try {
      return await runInTurns(readContent(await this.#bytes.load(sha256), `${source}/${path}`));
    } catch (thrown) {
      if (thrown instanceof DiglotError && thrown.class === 'Invalid') return null;
      throw thrown;
    }
  }
}
