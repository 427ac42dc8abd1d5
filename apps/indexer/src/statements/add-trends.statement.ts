import type { Transaction } from '@diglot/platform';
import type { TrendChange } from '../paper-contribution.ts';

/** In the order of the key: two transactions that change the same sums never wait for each other in a circle. */
const ADD = `
  INSERT INTO indexer.trends AS stored (day, source, origin, measure, count)
  SELECT * FROM unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::bigint[])
    AS change (day, source, origin, measure, count)
  ORDER BY day, source COLLATE "C", origin COLLATE "C", measure COLLATE "C"
  ON CONFLICT (day, source, origin, measure) DO UPDATE SET count = stored.count + excluded.count`;

/** @param changes of each sum one */
export async function addTrends(tx: Transaction, changes: readonly TrendChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.run(ADD, [
    changes.map(({ day }) => day),
    changes.map(({ source }) => source),
    changes.map(({ origin }) => origin),
    changes.map(({ measure }) => measure),
    changes.map(({ change }) => change),
  ]);
}
