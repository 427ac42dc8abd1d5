import type { Database } from '@diglot/platform';
import { onlyRow } from '../statements/only-row.ts';
import type { CommandAudit } from './audit.statement.ts';
import { filterCondition, filterParameters, type ReceiptFilter } from './receipt-filter.ts';

/** A command that is one UPDATE of receipts. Its parts are SQL of ours; what comes from outside is in the parameters. */
export interface ReceiptChange {
  readonly command: string;
  readonly status: 'dead' | 'retrying';
  /** What is set. */
  readonly set: string;
  /** What must hold besides the filter. */
  readonly where?: string;
}

/** One statement: the rows, their audit and the count change together or not at all. */
const change = ({ command, status, set, where = 'true' }: ReceiptChange): string => `
  WITH changed AS (
    UPDATE pipeline.inbox SET ${set} WHERE ${filterCondition(status)} AND (${where}) RETURNING 1
  ), affected AS (SELECT count(*)::int AS count FROM changed)
  INSERT INTO pipeline.commands (actor, command, reason, detail, affected)
  SELECT $4, '${command}', $5, $6, count FROM affected
  RETURNING affected AS count`;

/** Changes the receipts that a filter names, and writes who asked for it. @returns how many */
export async function changeReceipts(
  database: Database,
  what: ReceiptChange,
  filter: ReceiptFilter,
  { actor, reason }: CommandAudit,
): Promise<number> {
  const parameters = [...filterParameters(filter), actor, reason, JSON.stringify(filter)];
  return onlyRow(await database.rows<{ count: number }>(change(what), parameters)).count;
}
