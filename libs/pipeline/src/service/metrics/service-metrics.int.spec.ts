import { testDatabase, type TestDatabase } from '@diglot/testing';
import { pipelineMigrations } from '../../migrations/pipeline-migrations.ts';
import { measureDatabase } from './measure-database.ts';
import { ServiceMetrics } from './service-metrics.ts';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase({ migrations: pipelineMigrations });
});
afterAll(() => test_.drop());

/** Lines of the named metrics, without the label that says which service it is. */
async function scrape(metrics: ServiceMetrics, ...names: string[]): Promise<string[]> {
  const { text } = await metrics.text();
  return text
    .split('\n')
    .filter((line) => names.some((name) => line.startsWith(`${name}{`)))
    .map((line) => line.replace(/service="shelf",|,?service="shelf"/, '').replace('{}', ''));
}

it('counts batches, and where a consumer is', async () => {
  const metrics = new ServiceMetrics('shelf', '1.2.3');
  metrics.onBatch({ consumer: 'a', events: 7, preparing: 20, committing: 200 });
  metrics.onBatch({ consumer: 'a', events: 3, preparing: 2, committing: 4 });
  expect(await scrape(metrics, 'diglot_events_total', 'diglot_batch_seconds_count')).toEqual([
    'diglot_batch_seconds_count{consumer="a",phase="preparing"} 2',
    'diglot_batch_seconds_count{consumer="a",phase="committing"} 2',
    'diglot_events_total{consumer="a"} 10',
  ]);
  expect((await metrics.text()).text).toContain('nodejs_eventloop_lag_seconds');
});

it('forgets the lag of partitions that others have now', async () => {
  const metrics = new ServiceMetrics('shelf', '1.2.3');
  const reader = { consumer: 'a', topic: 't' };
  for (const partition of [0, 1]) metrics.onKafka({ kind: 'lag', ...reader, partition, records: 5 });
  metrics.onKafka({ kind: 'lag', consumer: 'b', topic: 't', partition: 0, records: 9 });
  metrics.onKafka({ kind: 'assigned', ...reader, partitions: [1], duration: 3 });
  metrics.onKafka({ kind: 'lag', ...reader, partition: 1, records: 4 });
  expect(await scrape(metrics, 'diglot_consumer_lag_records', 'diglot_assignments_total')).toEqual([
    'diglot_consumer_lag_records{consumer="b",topic="t",partition="0"} 9',
    'diglot_consumer_lag_records{consumer="a",topic="t",partition="1"} 4',
    'diglot_assignments_total{consumer="a"} 1',
  ]);
});

it('reads what the database knows, at each scrape', async () => {
  const { database } = test_;
  const metrics = new ServiceMetrics('shelf', '1.2.3');
  measureDatabase(metrics, database, { consumers: ['a'], topics: ['t'] });
  const names = ['diglot_receipts', 'diglot_outbox_unread_rows', 'diglot_database_reachable'];
  expect(await scrape(metrics, ...names)).toEqual([
    'diglot_receipts{consumer="a",status="retrying"} 0',
    'diglot_receipts{consumer="a",status="dead"} 0',
    'diglot_database_reachable 1',
  ]);
  await database.run(`INSERT INTO pipeline.cursor (reader, topic) VALUES ('relay', 't')`);
  await database.run(
    `INSERT INTO pipeline.outbox (event_id, topic, key, headers) VALUES (gen_random_uuid(), 't', '', '{}')`,
  );
  await database.run(
    `INSERT INTO pipeline.inbox (consumer, event_id, status, topic, partition, "offset", key, payload_sha256)
     VALUES ('a', gen_random_uuid(), 'dead', 't', 0, '0', '', '')`,
  );
  expect(await scrape(metrics, ...names)).toEqual([
    'diglot_receipts{consumer="a",status="retrying"} 0',
    'diglot_receipts{consumer="a",status="dead"} 1',
    'diglot_outbox_unread_rows{reader="relay",topic="t"} 1',
    'diglot_database_reachable 1',
  ]);
});

it('answers a scrape also while the database is away', async () => {
  const { database, drop } = await testDatabase({ migrations: pipelineMigrations });
  const metrics = new ServiceMetrics('shelf', '1.2.3');
  measureDatabase(metrics, database, { consumers: ['a'], topics: [] });
  await drop();
  expect(await scrape(metrics, 'diglot_receipts', 'diglot_database_reachable')).toEqual([
    'diglot_database_reachable 0',
  ]);
});
