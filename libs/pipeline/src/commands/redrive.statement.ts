import type { Database } from '@diglot/platform';
import type { CommandAudit } from './audit.statement.ts';
import { filterCondition, filterParameters, type ReceiptFilter } from './receipt-filter.ts';

/** One statement: the rows, their audit and the count change together or not at all. */
const REDRIVE = `
  WITH redriven AS (
    UPDATE pipeline.inbox SET
      status = 'retrying', attempt = 0, redrives = redrives + 1, next_at = now(), armed_until = NULL,
      lease_token = NULL, lease_until = NULL, updated_at = now()
    WHERE ${filterCondition('dead')}
    RETURNING 1
  ), affected AS (SELECT count(*)::int AS count FROM redriven)
  INSERT INTO pipeline.commands (actor, command, reason, detail, affected)
  SELECT $4, 'redrive', $5, $6, count FROM affected
  RETURNING affected AS count`;

/** Puts dead letters back to work, with all their attempts. @returns how many */
export async function redrive(database: Database, filter: ReceiptFilter, audit: CommandAudit): Promise<number> {
  const [row] = await database.rows<{ count: number }>(REDRIVE, [
    ...filterParameters(filter),
    audit.actor,
    audit.reason,
    JSON.stringify(filter),
  ]);
  return row?.count ?? 0;
}
