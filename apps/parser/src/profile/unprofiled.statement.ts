import type { Placement, Sha256 } from '@diglot/domain';
import type { Sql, Transaction } from '@diglot/platform';

const FIND = `
  SELECT source, path, encode(sha256, 'hex') AS sha256 FROM parser.placements
  WHERE source = $1 AND NOT profiled ORDER BY path`;

/** The row stays locked: what is parsed meanwhile waits, and then writes a profile of its own. */
const CLAIM = `
  UPDATE parser.placements SET profiled = true
  WHERE source = $1 AND path = $2 AND NOT profiled AND sha256 = decode($3, 'hex') RETURNING path`;

/** A placement that was parsed before profiles were kept. */
export interface UnprofiledPlacement extends Placement {
  readonly sha256: Sha256;
}

export async function findUnprofiled(sql: Sql, source: string): Promise<UnprofiledPlacement[]> {
  return sql.rows<UnprofiledPlacement>(FIND, [source]);
}

/** @returns false where it was parsed meanwhile, and so has its profile */
export async function claimUnprofiled(
  tx: Transaction,
  { source, path, sha256 }: UnprofiledPlacement,
): Promise<boolean> {
  return (await tx.rows(CLAIM, [source, path, sha256])).length > 0;
}
