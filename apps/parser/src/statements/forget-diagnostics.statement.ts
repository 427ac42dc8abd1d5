import type { Placement } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

const FORGET = `DELETE FROM parser.diagnostics WHERE source = $1 AND path = $2`;

/** What was wrong with a former content says nothing about the new one. */
export async function forgetDiagnostics(tx: Transaction, { source, path }: Placement): Promise<void> {
  await tx.run(FORGET, [source, path]);
}
