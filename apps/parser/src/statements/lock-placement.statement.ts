import type { Placement } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

const LOCK = `SELECT revision FROM parser.placements WHERE source = $1 AND path = $2 FOR UPDATE`;

/** Locks a placement for the rest of the transaction. @returns the revision that was taken last */
export async function lockPlacement(tx: Transaction, { source, path }: Placement): Promise<number> {
  const [row] = await tx.rows<{ revision: number }>(LOCK, [source, path]);
  return row?.revision ?? 0;
}
