import { Gauge, type Registry } from 'prom-client';
import type { Database } from '@diglot/platform';
import { readBacklog } from './backlog.statement.ts';
import { oldestTransaction } from './oldest-transaction.statement.ts';
import { countOpenReceipts } from './open-receipts.statement.ts';
import type { ServiceMetrics } from './service-metrics.ts';

/** What of the database concerns one process. */
export interface Measured {
  readonly consumers: readonly string[];
  /** Topics of the outbox that it carries on. */
  readonly topics: readonly string[];
}

/** Adds figures that are read from the database whenever somebody scrapes. While it is away they are left out. */
export function measureDatabase(metrics: ServiceMetrics, database: Database, { consumers, topics }: Measured): void {
  const gauges = makeGauges(metrics.registry);
  const { receipts, rows, age, transaction, reachable } = gauges;
  metrics.beforeScrape(async () => {
    try {
      const [open, backlog, oldest] = await Promise.all([
        countOpenReceipts(database, consumers),
        readBacklog(database, topics),
        oldestTransaction(database),
      ]);
      for (const gauge of [receipts, rows, age]) gauge.reset();
      for (const consumer of consumers) for (const status of STATUSES) receipts.labels(consumer, status).set(0);
      for (const { consumer, status, count } of open) receipts.labels(consumer, status).set(count);
      for (const behind of backlog) {
        rows.labels(behind.reader, behind.topic).set(behind.rows);
        age.labels(behind.reader, behind.topic).set(behind.seconds);
      }
      transaction.set(oldest);
      reachable.set(1);
    } catch {
      // `/readyz` says why; a scrape must still get what does not need the database.
      for (const gauge of [receipts, rows, age]) gauge.reset();
      transaction.set(Number.NaN);
      reachable.set(0);
    }
  });
}

const STATUSES = ['retrying', 'dead'] as const;

function makeGauges(registry: Registry) {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]): Gauge<Label> =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  return {
    receipts: gauge('diglot_receipts', 'Events of a consumer that are retried, or dead letters', 'consumer', 'status'),
    rows: gauge('diglot_outbox_unread_rows', 'Rows of the outbox that a reader has not read', 'reader', 'topic'),
    age: gauge('diglot_outbox_unread_seconds', 'Age of the oldest of them', 'reader', 'topic'),
    transaction: gauge(
      'diglot_oldest_transaction_seconds',
      'Age of the oldest open transaction of the database; readers of the outbox wait for it',
    ),
    reachable: gauge('diglot_database_reachable', 'Whether the figures of the database could be read: 1, else 0'),
  };
}
