import type { Placement } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { StoredEntry } from '../digest-discovered.decision.ts';

const ENTRIES = `
  SELECT arxiv_id AS "arxivId", ordinal, revision, encode(hash, 'hex') AS hash, retracted, line
  FROM parser.entries WHERE source = $1 AND path = $2`;

/** Every entry that the placement ever printed. */
export async function placementEntries(tx: Transaction, { source, path }: Placement): Promise<StoredEntry[]> {
  return tx.rows<StoredEntry>(ENTRIES, [source, path]);
}
