import type { Placement } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

const ENSURE = `INSERT INTO parser.placements (source, path) VALUES ($1, $2) ON CONFLICT DO NOTHING`;

/** A row to lock; a new one is at revision 0. */
export async function ensurePlacement(tx: Transaction, { source, path }: Placement): Promise<void> {
  await tx.run(ENSURE, [source, path]);
}
