import type { Database } from '@diglot/platform';
import type { CommandAudit } from './audit.statement.ts';
import { filterCondition, filterParameters, type ReceiptFilter } from './receipt-filter.ts';

/**
 * The alarm for the old time rings into nothing: by then the attempt is another one. Who works on it now is not disturbed.
 */
const RETRY_NOW = `
  WITH hastened AS (
    UPDATE pipeline.inbox SET next_at = least(next_at, now()), armed_until = NULL
    WHERE ${filterCondition('retrying')} AND (lease_until IS NULL OR lease_until < now())
    RETURNING 1
  ), affected AS (SELECT count(*)::int AS count FROM hastened)
  INSERT INTO pipeline.commands (actor, command, reason, detail, affected)
  SELECT $4, 'retry-now', $5, $6, count FROM affected
  RETURNING affected AS count`;

/** Lets events that wait for their next attempt have it at the next sweep. @returns how many */
export async function retryNow(database: Database, filter: ReceiptFilter, audit: CommandAudit): Promise<number> {
  const [row] = await database.rows<{ count: number }>(RETRY_NOW, [
    ...filterParameters(filter),
    audit.actor,
    audit.reason,
    JSON.stringify(filter),
  ]);
  return row?.count ?? 0;
}
