import type { Placement } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

const FORGET = `DELETE FROM parser.profiles WHERE source = $1 AND path = $2`;

/** The placement holds no digest any more. */
export async function forgetProfile(tx: Transaction, { source, path }: Placement): Promise<void> {
  await tx.run(FORGET, [source, path]);
}
