import type { NewestRecord } from './log-audit.ts';
import type { StoredState } from './stored-states.statement.ts';

/** How the newest record of each key differs from PostgreSQL (docs/protocol.md, I10); all 0 once everything has drained. */
export interface StateDifferences {
  /** Papers whose newest record has another revision, or that have none. */
  readonly outdated: number;
  /** Papers whose newest record has the right revision and says something else: nobody will ever correct that. */
  readonly differing: number;
  /** Keys with a state on the topic that PostgreSQL does not hold. */
  readonly unknown: number;
}

/** @param newest by key of the state topic */
export function compareStates(
  stored: readonly StoredState[],
  newest: ReadonlyMap<string, NewestRecord>,
): StateDifferences {
  const ids = new Set(stored.map(({ id }) => id));
  return {
    outdated: stored.filter(({ id, revision }) => newest.get(id)?.revision !== revision).length,
    differing: stored.filter(({ id, revision, sha256 }) => {
      const record = newest.get(id);
      return record?.revision === revision && record.sha256 !== sha256;
    }).length,
    unknown: [...newest].filter(([id, { sha256 }]) => sha256 !== null && !ids.has(id)).length,
  };
}
