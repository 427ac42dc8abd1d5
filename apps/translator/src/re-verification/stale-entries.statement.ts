import type { EntryKey } from '@diglot/domain';
import type { Sql } from '@diglot/platform';
import type { Printed } from '../printed.ts';

/** An entry whose verdicts are of an earlier generation. */
export interface StaleEntry {
  readonly key: EntryKey;
  readonly parsedRevision: number;
  readonly printed: Printed;
}

/** Of the oldest generation that there is, the newest digests first. */
const FIND = `
  SELECT source, path, arxiv_id AS "arxivId", ordinal, parsed_revision AS "parsedRevision", printed
  FROM translator.entries
  WHERE printed IS NOT NULL AND generation = (
    SELECT min(generation) FROM translator.entries WHERE printed IS NOT NULL AND generation < $1
  )
  ORDER BY digest_date DESC NULLS LAST LIMIT $2`;

export async function staleEntries(sql: Sql, generation: string, limit: number): Promise<StaleEntry[]> {
  const rows = await sql.rows<EntryKey & Omit<StaleEntry, 'key'>>(FIND, [generation, limit]);
  return rows.map(({ parsedRevision, printed, ...key }) => ({ key, parsedRevision, printed }));
}
