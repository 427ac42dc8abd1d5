import { stateFact, type DiglotEvent } from '@diglot/contracts';
import type { PathRule } from '@diglot/formats';
import { announce, appendToOutbox } from '@diglot/pipeline';
import type { Transaction } from '@diglot/platform';
import { isAnnounced } from './is-announced.ts';
import { lockPlacements } from './lock-placements.statement.ts';
import { saveRestated } from './restate-placements.statement.ts';

/** Placements whose paths are read anew in one transaction. */
export const RESTATED_TOGETHER = 500;

/**
 * States anew what the paths of live placements say, after the rule of their source has changed. It is part of what is
 * announced, so another day or section is the next revision of the same content; its file is not needed for that.
 * @returns the revisions that were stated, by path
 */
export async function restatePlacements(
  tx: Transaction,
  source: string,
  paths: readonly string[],
  rule: PathRule,
): Promise<ReadonlyMap<string, number>> {
  const locked = await lockPlacements(tx, source, paths);
  const facts: DiglotEvent<'digest.discovered'>[] = [];
  const restated = [...locked.values()].map(({ path, revision, sha256, size, ...before }) => {
    const knowledge = rule(path);
    const nothing = { path, ...knowledge, revision: null, eventId: null };
    if (sha256 === null || isAnnounced(path, before, knowledge)) return nothing;
    const data = { source, path, sha256, size, ...knowledge };
    const fact = stateFact('digest.discovered', { revision: revision + 1, data });
    facts.push(fact);
    return { ...nothing, revision: fact.revision, eventId: fact.id };
  });
  await saveRestated(tx, source, restated);
  await appendToOutbox(
    tx,
    facts.map((fact) => announce(fact)),
  );
  return new Map(restated.flatMap(({ path, revision }) => (revision === null ? [] : [[path, revision] as const])));
}
