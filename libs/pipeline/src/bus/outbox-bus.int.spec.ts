import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { TopicRecord } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import { waitFor } from '@diglot/testing';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { busContract, type BusFixture } from '../testing/bus.contract.ts';
import { deferred } from '../testing/deferred.ts';
import { outboxBusFixture } from '../testing/outbox-bus.fixture.ts';
import type { Bus, LogRecord, RecordBatch } from './bus.port.ts';

busContract('the outbox', outboxBusFixture);

const HANG_MILLISECONDS = 200;

describe('the outbox', () => {
  const states = new Map<string, TopicRecord>();
  const fatal: Error[] = [];
  let fixture: BusFixture;
  let pointers: string;

  beforeAll(async () => {
    pointers = `test.${randomUUID()}`;
    const load = async (keys: readonly string[]) =>
      new Map(keys.flatMap((key) => (states.has(key) ? [[key, states.get(key)!] as const] : [])));
    const pointerLoaders = new Map([[pointers, load]]);
    fixture = await outboxBusFixture({
      pointerLoaders,
      hangMilliseconds: HANG_MILLISECONDS,
      onFatal: (error) => fatal.push(error),
    });
  });
  afterAll(async () => fixture.close());

  /** Reads all of a topic into a list. */
  async function readAll(
    topic: string,
    { consumer = `test.${randomUUID()}`, events = 100, bus = fixture.bus() }: Partial<Reading> = {},
  ): Promise<LogRecord[]> {
    const read: LogRecord[] = [];
    await bus.subscribe({ consumer, topic, events, bytes: 1_000_000 }, async (batch: RecordBatch) => {
      const last = batch.records.at(-1);
      if (!last) throw new Error('a batch without records');
      await fixture.database.transaction((tx) => batch.moveWithin(tx, last));
      await batch.moveAfter(last);
      read.push(...batch.records);
    });
    return read;
  }
  interface Reading {
    consumer: string;
    events: number;
    bus: Bus;
  }

  const row = (topic: string, key: string, payload: Uint8Array | null = Buffer.from(key)) => ({
    eventId: randomUUID(),
    topic,
    key,
    headers: {},
    payload,
  });
  const keys = (records: readonly LogRecord[]): string[] => records.map(({ key }) => key);

  it('forgets the relay of the stack profile, and no reader of its own', async () => {
    const topic = await fixture.topic();
    await fixture.database.run(`INSERT INTO pipeline.cursor (reader, topic) VALUES ('diglot.relay', $1)`, [topic]);
    await fixture.database.transaction((tx) => appendToOutbox(tx, [row(topic, 'a')]));
    const read = [await readAll(topic, { consumer: 'test.first' }), await readAll(topic, { consumer: 'test.second' })];
    await waitFor(() => read.every((records) => records.length === 1));
    const readers = await fixture.database.rows('SELECT reader FROM pipeline.cursor WHERE topic = $1 ORDER BY reader', [
      topic,
    ]);
    expect(readers).toEqual([{ reader: 'test.first' }, { reader: 'test.second' }]);
  });

  it('tells a batch that hangs from one that takes long and gives signs', async () => {
    const topic = await fixture.topic();
    await fixture.database.transaction((tx) => appendToOutbox(tx, [row(topic, 'a')]));
    const bus = fixture.bus();
    const ends = deferred();
    const begun: number[] = [];
    const subscribe = async (eachTick: (batch: RecordBatch) => Promise<void>) =>
      bus.subscribe({ consumer: `test.${randomUUID()}`, topic, events: 1, bytes: 1 }, async (batch) => {
        begun.push(performance.now());
        const ticks = setInterval(() => void eachTick(batch), 20);
        await ends.promise;
        clearInterval(ticks);
      });
    const [hanging, working] = [await subscribe(async () => {}), await subscribe((batch) => batch.heartbeat())];
    await waitFor(() => begun.length === 2);
    const isLong = (): boolean => begun.every((since) => performance.now() - since > 2 * HANG_MILLISECONDS);
    // While this process itself stands still, no sign can be given.
    const differ = waitFor(() => isLong() && !hanging.isAlive() && working.isAlive());
    await expect(differ.finally(ends.resolve)).resolves.toBe(true);
    await expect(waitFor(() => hanging.isAlive())).resolves.toBe(true);
    // What nobody acknowledges comes again and again.
    await Promise.all([hanging, working].map((subscription) => subscription.stop()));
  });

  it('does not pass a transaction that commits late', async () => {
    const topic = await fixture.topic();
    const written = deferred();
    const commit = deferred();
    const late = fixture.database.transaction(async (tx) => {
      await appendToOutbox(tx, [row(topic, 'late')]);
      written.resolve();
      await commit.promise;
    });
    await written.promise;
    await fixture.database.transaction((tx) => appendToOutbox(tx, [row(topic, 'early')]));
    const read = await readAll(topic);
    // Time for some polls; a reader that does not look at open transactions reads `early` now, and never `late`.
    await setTimeout(250);
    commit.resolve();
    await late;
    await waitFor(() => read.length === 2);
    expect(keys(read)).toEqual(['late', 'early']);
  });

  it('wakes readers of a topic at once, without waiting for their poll', async () => {
    const topic = await fixture.topic();
    const slow = await outboxBusFixture({ pollMilliseconds: 3_600_000 });
    const bus = slow.bus();
    const read: string[] = [];
    await bus.subscribe({ consumer: 'test.woken', topic, events: 10, bytes: 1000 }, async (batch) => {
      read.push(...keys(batch.records));
      await batch.moveAfter(batch.records.at(-1)!);
    });
    await waitFor(async () => {
      const rows = await slow.database.rows('SELECT FROM pipeline.cursor');
      return rows.length === 1;
    });
    await slow.database.transaction((tx) => appendToOutbox(tx, [row(topic, 'a')]));
    await waitFor(() => {
      bus.wake(['another topic', topic]);
      return read.length === 1;
    });
    expect(read).toEqual(['a']);
    await slow.close();
  });

  it('ends the process, and does not try again, when an error is fatal', async () => {
    const topic = await fixture.topic();
    await fixture.write(topic, [{ key: 'a', headers: {}, value: Buffer.from('a') }]);
    let tries = 0;
    const subscription = await fixture
      .bus()
      .subscribe({ consumer: 'test.fatal', topic, events: 1, bytes: 1 }, async () => {
        tries += 1;
        throw new DiglotError('DIGLOT_CONFIG_INVALID', 'it cannot work');
      });
    await waitFor(() => fatal.length === 1);
    await subscription.stop();
    expect(fatal[0]).toMatchObject({ code: 'DIGLOT_CONFIG_INVALID' });
    expect(tries).toBe(1);
    expect(subscription.isLive()).toBe(false);
  });

  describe('a topic of pointers', () => {
    const state = (key: string, text: string): TopicRecord => ({
      topic: pointers,
      key,
      headers: { ce_id: text },
      value: Buffer.from(text),
    });
    const announceAll = async (list: readonly string[]) =>
      fixture.database.transaction((tx) =>
        appendToOutbox(
          tx,
          list.map((key) => row(pointers, key, null)),
        ),
      );
    const texts = (records: readonly LogRecord[]) =>
      records.map(({ key, value }) => `${key}=${value ? Buffer.from(value).toString() : 'nothing'}`);

    it('gives each key once per batch, as it is now, at the place of its last pointer', async () => {
      states.set('a', state('a', 'a2')).set('b', state('b', 'b1'));
      await announceAll(['a', 'b', 'a']);
      const consumer = `test.${randomUUID()}`;
      const read = await readAll(pointers, { consumer });
      await waitFor(() => read.length === 2);
      expect(texts(read)).toEqual(['b=b1', 'a=a2']);
      await waitFor(async () => (await fixture.bus().lag({ consumer, topic: pointers })) === 0);
    });

    it('hands on a pointer to nothing as it is, and goes on', async () => {
      states.set('c', state('c', 'c1'));
      const read = await readAll(pointers, { events: 1 });
      await announceAll(['gone', 'c']);
      await waitFor(() => read.length === 5);
      expect(texts(read.slice(3))).toEqual(['gone=nothing', 'c=c1']);
      expect(read[3]?.headers).toEqual({});
    });
  });

  it('reads a log that was restored in another cluster from its beginning, and what comes after it', async () => {
    const topic = await fixture.topic();
    const consumer = `test.${randomUUID()}`;
    await fixture.database.transaction((tx) => appendToOutbox(tx, [row(topic, 'a'), row(topic, 'b')]));
    const far = '9000000000000';
    await fixture.database.run(`UPDATE pipeline.outbox SET txid = $2 WHERE topic = $1 AND key = 'b'`, [topic, far]);
    await fixture.database.run(`INSERT INTO pipeline.cursor (reader, topic, txid) VALUES ($1, $2, $3)`, [
      consumer,
      topic,
      far,
    ]);
    const read = await readAll(topic, { consumer });
    await waitFor(() => read.length === 2);
    await fixture.database.transaction((tx) => appendToOutbox(tx, [row(topic, 'c')]));
    await waitFor(() => read.length === 3);
    expect(keys(read).toSorted()).toEqual(['a', 'b', 'c']);
  });
});
