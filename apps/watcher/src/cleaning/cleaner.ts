import { TOPICS } from '@diglot/contracts';
import { failpoint } from '@diglot/pipeline';
import type { Lead } from '../leading/lead.ts';
import { inTerm } from '../leadership/in-term.ts';
import type { KnownPlacement } from '../placements/known-placement.ts';
import type { Problem } from '../problems/problem.ts';
import { describeFailure } from '../scanning/file-failure.ts';
import { claimCleanUp } from './claim-clean-up.statement.ts';

/** Files given over in one transaction. */
const TOGETHER = 500;

/** Carries out the policy of a source, from what the database says; repeated by every scan until it is done. */
export class Cleaner {
  readonly #lead: Lead;
  readonly #placements: Map<string, KnownPlacement>;

  constructor(lead: Lead, placements: Map<string, KnownPlacement>) {
    this.#lead = lead;
    this.#placements = placements;
  }

  /** @returns what could not be put away */
  async clean(paths: readonly string[], signal: AbortSignal): Promise<Problem[]> {
    const { database, term, source, options } = this.#lead;
    if (source.policy === 'keep') return [];
    const problems: Problem[] = [];
    for (let at = 0; at < paths.length; at += TOGETHER) {
      const some = paths.slice(at, at + TOGETHER);
      const claimed = await inTerm(database, term, (tx) =>
        claimCleanUp(tx, source.name, some, TOPICS.digestDiscovered, options.settledBy),
      );
      for (const path of claimed) {
        signal.throwIfAborted();
        const problem = await this.#putAway(path);
        if (problem) problems.push(problem);
      }
    }
    return problems;
  }

  async #putAway(path: string): Promise<Problem | null> {
    const known = this.#placements.get(path);
    if (!known?.seen) return null;
    this.#placements.set(path, { ...known, cleaned: true });
    failpoint('watcher.cleaning-up');
    try {
      await this.#lead.source.origin.putAway(path, known.seen);
      return null;
    } catch (thrown) {
      return { path, code: 'DIGLOT_CLEAN_UP_FAILED', detail: describeFailure(thrown) };
    }
  }
}
