import type { SourceNoticed } from '@diglot/contracts';
import type { Transaction } from '@diglot/platform';
import type { StoredNotice } from './notices.decision.ts';

const LOAD = `
  SELECT source, kind, about, since::text AS since, until::text AS until, retracted, figures, details, revision
  FROM parser.notices WHERE source = $1`;

/** Every notice that was ever stated about a source. */
export async function loadNotices(tx: Transaction, source: string): Promise<StoredNotice[]> {
  const rows = await tx.rows<SourceNoticed & { readonly revision: number }>(LOAD, [source]);
  return rows.map(({ revision, ...fact }) => ({ revision, fact }));
}
