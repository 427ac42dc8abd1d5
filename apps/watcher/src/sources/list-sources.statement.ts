import type { Transaction } from '@diglot/platform';
import type { KnownSource } from './name-sources.ts';

/** Lets leaders go on, but nobody else name sources until the commit. */
const LOCK = `LOCK TABLE watcher.sources IN SHARE ROW EXCLUSIVE MODE`;
const LIST = `SELECT name, location FROM watcher.sources`;

/** All sources there ever were; the table stays as it is until the transaction ends. */
export async function listSourcesLocked(tx: Transaction): Promise<KnownSource[]> {
  await tx.run(LOCK);
  return await tx.rows<KnownSource>(LIST);
}
