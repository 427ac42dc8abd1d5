import type { Database } from '@diglot/platform';
import { onlyRow } from '../statements/only-row.ts';
import { filterCondition, filterParameters, type ReceiptFilter } from './receipt-filter.ts';

const COUNT = {
  dead: `SELECT count(*)::int AS count FROM pipeline.inbox WHERE ${filterCondition('dead')}`,
  retrying: `SELECT count(*)::int AS count FROM pipeline.inbox WHERE ${filterCondition('retrying')}`,
};

/** How many receipts of that status a command would touch. */
export async function countReceipts(
  database: Database,
  status: 'dead' | 'retrying',
  filter: ReceiptFilter,
): Promise<number> {
  return onlyRow(await database.rows<{ count: number }>(COUNT[status], filterParameters(filter))).count;
}
