import { TOPICS } from '@diglot/contracts';
import { usualPathRule, type PathRule } from '@diglot/formats';
import type { WatcherContext } from '../leading/lead.ts';
import { differingPaths } from '../placements/differing-paths.ts';
import { loadPlacements } from '../placements/load-placements.statement.ts';
import { RESTATED_TOGETHER, restatePlacements } from '../placements/restate-placements.ts';
import { tryLockRequests } from './lock-requests.statement.ts';
import { uploadSources } from './upload-sources.statement.ts';

/** Once after a start: what the paths of uploads say by the rules of today is what is stored and announced. */
export class UploadRestatement {
  readonly #context: WatcherContext;
  readonly #rules: ReadonlyMap<string, PathRule>;

  constructor(context: WatcherContext, rules: ReadonlyMap<string, PathRule>) {
    this.#context = context;
    this.#rules = rules;
  }

  /**
   * One transaction for some hundred placements, each in turn with what other watchers do for requests.
   * @returns false where it was ended or another watcher had its turn: it is to be run again
   */
  async run(signal: AbortSignal): Promise<boolean> {
    const { database, bus } = this.#context;
    for (const source of await uploadSources(database)) {
      const rule = this.#rules.get(source) ?? usualPathRule;
      const paths = differingPaths(await loadPlacements(database, source), rule);
      for (let at = 0; at < paths.length; at += RESTATED_TOGETHER) {
        if (signal.aborted) return false;
        const stated = await database.transaction(async (tx) => {
          if (!(await tryLockRequests(tx))) return null;
          return await restatePlacements(tx, source, paths.slice(at, at + RESTATED_TOGETHER), rule);
        });
        if (stated === null) return false;
        if (stated.size > 0) bus.wake([TOPICS.digestDiscovered]);
      }
    }
    return true;
  }
}
