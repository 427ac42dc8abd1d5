import { Injectable } from '@nestjs/common';
import { DiglotError, type Sha256 } from '@diglot/domain';
import { readDigestInSteps, type DigestFile } from '@diglot/formats';
import { Database } from '@diglot/platform';
import { DigestBytesRepository } from '../digest-bytes.repository.ts';
import { runInTurns } from '../give-way.ts';
import { compareSidecar, type SidecarComparison } from './compare-sidecar.ts';
import { loadComparisons, pairKey, type Pair } from './load-comparisons.statement.ts';
import { loadLiveFiles } from './load-live-files.statement.ts';
import { pairUp } from './pair-up.ts';
import { saveComparison } from './save-comparison.statement.ts';

/**
 * Compares sidecars with their digests, each two contents once. It reads the files anew: the parser keeps no texts, and this
 * way neither the order of arrival matters nor when they came.
 */
@Injectable()
export class SidecarComparer {
  readonly #database: Database;
  readonly #bytes: DigestBytesRepository;

  constructor(database: Database, bytes: DigestBytesRepository) {
    this.#database = database;
    this.#bytes = bytes;
  }

  /**
   * Compares what of a source is not compared yet.
   * @param signal ends it early; what is compared is kept
   * @returns how many pairs were compared
   */
  async compare(source: string, signal?: AbortSignal): Promise<number> {
    const pairs = pairUp(await loadLiveFiles(this.#database, source));
    const known = await loadComparisons(this.#database, pairs);
    const open = new Map(pairs.filter((pair) => !known.has(pairKey(pair))).map((pair) => [pairKey(pair), pair]));
    let compared = 0;
    for (const pair of open.values()) {
      if (signal?.aborted === true) break;
      await saveComparison(this.#database, pair, await this.#compare(pair));
      compared += 1;
    }
    return compared;
  }

  async #compare({ sidecar, digest }: Pair): Promise<SidecarComparison> {
    const twin = await this.#read(sidecar);
    const file = digest === null ? null : await this.#read(digest);
    return compareSidecar(twin?.kind === 'sidecar' ? twin.records : [], file?.entries ?? []);
  }

  /** @returns null for what could be read once and cannot now, since the code that reads it has changed */
  async #read(sha256: Sha256): Promise<DigestFile | null> {
    try {
      return await runInTurns(readDigestInSteps(await this.#bytes.load(sha256), { path: sha256 }));
    } catch (thrown) {
      if (thrown instanceof DiglotError && thrown.class === 'Invalid') return null;
      throw thrown;
    }
  }
}
