import type { Placement, Sha256 } from '@diglot/domain';
import type { PathKnowledge } from '@diglot/formats';
import type { Transaction } from '@diglot/platform';

const LOCK = `
  SELECT revision, encode(sha256, 'hex') AS sha256,
    CASE WHEN stated THEN json_build_object('date', date, 'category', category, 'topic', topic) END AS knowledge
  FROM parser.placements WHERE source = $1 AND path = $2 FOR UPDATE`;

/** What was taken last of a placement. */
export interface TakenPlacement {
  /** 0: nothing yet. */
  readonly revision: number;
  readonly sha256: Sha256 | null;
  /** What its entries were given with; null: nothing was taken yet, or it was not kept then. */
  readonly knowledge: PathKnowledge | null;
}

/** Locks a placement for the rest of the transaction. */
export async function lockPlacement(tx: Transaction, { source, path }: Placement): Promise<TakenPlacement> {
  const [row] = await tx.rows<TakenPlacement>(LOCK, [source, path]);
  return row ?? { revision: 0, sha256: null, knowledge: null };
}
