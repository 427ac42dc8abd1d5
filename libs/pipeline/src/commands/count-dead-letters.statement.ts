import type { Database } from '@diglot/platform';
import { FILTER_CONDITION, filterParameters, type DeadLetterFilter } from './dead-letter-filter.ts';

const COUNT = `SELECT count(*)::int AS count FROM pipeline.inbox WHERE ${FILTER_CONDITION}`;

/** How many a redrive would touch. */
export async function countDeadLetters(database: Database, filter: DeadLetterFilter): Promise<number> {
  const [row] = await database.rows<{ count: number }>(COUNT, filterParameters(filter));
  return row?.count ?? 0;
}
