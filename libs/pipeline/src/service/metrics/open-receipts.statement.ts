import type { Sql } from '@diglot/platform';

export interface OpenReceipts {
  readonly consumer: string;
  readonly status: 'retrying' | 'dead';
  readonly count: number;
}

const OPEN = `
  SELECT consumer, status, count(*)::int AS count FROM pipeline.inbox_view
  WHERE status <> 'done' AND consumer = ANY($1) GROUP BY consumer, status`;

/** Receipts of some consumers that are not done. */
export async function countOpenReceipts(sql: Sql, consumers: readonly string[]): Promise<OpenReceipts[]> {
  return sql.rows<OpenReceipts>(OPEN, [consumers]);
}
