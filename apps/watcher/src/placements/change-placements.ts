import { stateFact, type DiglotEvent } from '@diglot/contracts';
import type { PathRule } from '@diglot/formats';
import { announce, appendToOutbox } from '@diglot/pipeline';
import type { Transaction } from '@diglot/platform';
import type { DigestContent, PlacementChange } from './change.ts';
import { isAnnounced } from './is-announced.ts';
import { lockPlacements, type LockedPlacement } from './lock-placements.statement.ts';
import { savePlacements, type SavedPlacement } from './save-placements.statement.ts';
import { storeDigest } from './store-digest.statement.ts';

/** A placement after the transaction, and the fact that was stated if its content is new. */
export interface ChangedPlacement {
  readonly saved: SavedPlacement;
  readonly fact: DiglotEvent<'digest.discovered'> | null;
}

const NEW = { revision: 0, sha256: null, sectionAnnounced: false };

/**
 * The transaction of docs/protocol.md, W4: the placements are locked; whose content is the same is only noted as seen;
 * the others get their bytes, the next revision and their row in the outbox, together.
 */
export async function changePlacements(
  tx: Transaction,
  source: string,
  changes: readonly PlacementChange[],
  rule: PathRule,
): Promise<ChangedPlacement[]> {
  const paths = changes.map(({ path }) => path);
  const locked = await lockPlacements(tx, source, paths);
  const results = changes.map((change) => revise(source, change, rule, locked.get(change.path)));
  const facts = results.map(({ fact }) => fact).filter((fact) => fact !== null);
  await storeDigests(
    tx,
    changes.flatMap(({ content }, index) => (content && results[index]?.fact ? [content] : [])),
  );
  await savePlacements(
    tx,
    source,
    results.map(({ saved }) => saved),
  );
  await appendToOutbox(
    tx,
    facts.map((fact) => announce(fact)),
  );
  return results;
}

function revise(
  source: string,
  { path, content }: PlacementChange,
  rule: PathRule,
  locked: LockedPlacement | undefined,
): ChangedPlacement {
  const { revision, sha256: before, sectionAnnounced } = locked ?? NEW;
  const { sha256 = null, bytes, seen = null, settled = false } = content ?? {};
  const size = bytes?.length ?? null;
  const knowledge = rule(path);
  const saved = { path, sha256, size, ...knowledge, seen, settled };
  if (before === sha256 && (sha256 === null || (locked && isAnnounced(path, locked, knowledge))))
    return { saved: { ...saved, sectionAnnounced, revision, eventId: null }, fact: null };
  const next = revision + 1;
  const fact = stateFact('digest.discovered', { revision: next, data: { source, path, sha256, size, ...knowledge } });
  return { saved: { ...saved, sectionAnnounced: true, revision: next, eventId: fact.id }, fact };
}

/** In the order of their hashes, as everyone: two sources that store the same digests at once then cannot deadlock. */
async function storeDigests(tx: Transaction, contents: readonly DigestContent[]): Promise<void> {
  const distinct = new Map(contents.map(({ sha256, bytes }) => [sha256, bytes]));
  for (const [sha256, bytes] of [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await storeDigest(tx, sha256, bytes);
}
