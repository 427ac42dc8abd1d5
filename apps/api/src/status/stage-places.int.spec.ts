import { randomUUID } from 'node:crypto';
import { pipelineMigrations } from '@diglot/pipeline';
import { testDatabase, type TestDatabase } from '@diglot/testing';
import { StagePlaces } from './stage-places.ts';

const READER = { consumer: 'reader', topic: 'facts' };

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase({ migrations: pipelineMigrations });
});
afterAll(() => test_.drop());
beforeEach(() => test_.database.run('TRUNCATE pipeline.outbox, pipeline.inbox'));

const APPEND = `INSERT INTO pipeline.outbox (event_id, topic, key, headers, payload) VALUES ($1, 'facts', $2, '{}', $3)`;

/** @returns its id */
async function append(
  key: string,
  payload: string | null = 'text',
  sql: TestDatabase['database'] | Tx = test_.database,
) {
  const id = randomUUID();
  await sql.run(APPEND, [id, key, payload === null ? null : Buffer.from(payload)]);
  return id;
}
type Tx = Parameters<Parameters<TestDatabase['database']['transaction']>[0]>[0];

async function receive(id: string, consumer = 'reader'): Promise<void> {
  await test_.database.run(
    `INSERT INTO pipeline.inbox (consumer, event_id, status, topic, partition, "offset", key, payload_sha256)
     VALUES ($1, $2, 'done', 'facts', 0, '0', '', '')`,
    [consumer, id],
  );
}

const places = (): StagePlaces =>
  new StagePlaces({ profile: 'stack', readers: [READER] } as unknown as ConstructorParameters<typeof StagePlaces>[0]);
const lag = async (of: StagePlaces): Promise<number | undefined> => (await of.read(test_.database))[0]?.lag;

test('what has a receipt of this consumer is taken, in whatever order they come', async () => {
  const [first, second, third] = [await append('a'), await append('b'), await append('c')];
  const of = places();
  expect(await lag(of)).toBe(3);
  await receive(second);
  await receive(first, 'another');
  expect(await lag(of)).toBe(2);
  await receive(first);
  await receive(third);
  expect(await lag(of)).toBe(0);
  const [figures] = await of.read(test_.database);
  expect(figures).toMatchObject({ ...READER, oldestSeconds: null, movedAt: expect.any(Date) });
  await append('d');
  expect(await lag(of)).toBe(1);
});

test('a pointer is taken once a later one of its key is, for what was sent is the state of the moment', async () => {
  await append('a', null);
  const of = places();
  const other = await append('b', null);
  const later = await append('a', null);
  expect(await lag(of)).toBe(3);
  await receive(later);
  expect(await lag(of)).toBe(1);
  await receive(other);
  expect(await lag(of)).toBe(0);
});

test('what commits late is not passed over', async () => {
  const of = places();
  await test_.database.transaction(async (tx) => {
    await append('late', 'text', tx);
    const early = await append('early');
    expect(await lag(of)).toBe(1);
    await receive(early);
    expect(await lag(of)).toBe(0);
  });
  expect(await lag(of)).toBe(1);
});
