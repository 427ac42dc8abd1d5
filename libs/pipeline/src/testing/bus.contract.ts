import { randomUUID } from 'node:crypto';
import type { Headers } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import type { Database } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import type { Bus, LogRecord, Reader, RecordBatch, Subscription } from '../bus/bus.port.ts';
import { deferred } from './deferred.ts';

/** What a producer writes. */
export interface Written {
  readonly key: string;
  readonly headers: Headers;
  readonly value: Uint8Array;
}

/** A bus with what a test of it needs; one for all tests of a file. */
export interface BusFixture {
  /** A process's own bus; the fixture closes it. */
  bus(): Bus;
  /** For the transactions in which a place moves, where the log is a table. */
  readonly database: Database;
  /** A topic of one partition with nothing on it. */
  topic(): Promise<string>;
  /** Appends records in this order; readers may see them when it returns. */
  write(topic: string, records: readonly Written[]): Promise<void>;
  /** Breaks every connection of the buses once. */
  disconnect(): Promise<void>;
  close(): Promise<void>;
}

/** A reader that keeps what it gets. */
class Collector {
  readonly batches: RecordBatch[] = [];
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get records(): readonly LogRecord[] {
    return this.batches.flatMap((batch) => batch.records);
  }

  get values(): readonly string[] {
    return this.records.map(({ value }) => Buffer.from(value ?? '').toString());
  }

  readonly deliver = async (batch: RecordBatch): Promise<void> => {
    this.batches.push(batch);
    await this.acknowledge(batch);
  };

  async acknowledge(batch: RecordBatch): Promise<void> {
    const last = batch.records.at(-1);
    if (!last) throw new Error('a batch without records');
    await this.#database.transaction((tx) => batch.moveWithin(tx, last));
    await batch.moveAfter(last);
  }

  /** Waits for as many as are expected. */
  async valuesLike(expected: readonly string[]): Promise<readonly string[]> {
    return waitFor(() => (this.values.length >= expected.length ? this.values : null), {
      what: `${expected.length} records`,
    });
  }
}

const written = (name: string, bytes = 10): Written => ({
  key: `key of ${name}`,
  headers: { ce_id: randomUUID(), name },
  value: Buffer.from(name.padEnd(bytes)),
});
const names = (count: number, from = 0): string[] => Array.from({ length: count }, (_, index) => `n${from + index}`);
const records = (list: readonly string[]): Written[] => list.map((name) => written(name, name.length));

/** What every {@link Bus} must do; `create` makes the fixture for the file. */
export function busContract(name: string, create: () => Promise<BusFixture>): void {
  describe(`${name}: what every bus does`, () => {
    let fixture: BusFixture;
    const subscriptions: Subscription[] = [];

    beforeAll(async () => {
      fixture = await create();
    });
    afterEach(async () => {
      await Promise.all(subscriptions.splice(0).map((subscription) => subscription.stop()));
    });
    afterAll(async () => fixture.close());

    const read = async (
      reader: Pick<Reader, 'topic'> & Partial<Reader>,
      deliver: (batch: RecordBatch) => Promise<void>,
    ): Promise<Subscription> => {
      const all = { consumer: `test.${randomUUID()}`, events: 100, bytes: 1_000_000, ...reader };
      const subscription = await fixture.bus().subscribe(all, deliver);
      subscriptions.push(subscription);
      return subscription;
    };

    it('delivers everything in the order in which it was written, bytes, key and headers untouched', async () => {
      const topic = await fixture.topic();
      const bytes = { key: 'clé\nΩ', headers: { ce_id: randomUUID(), x: '界' }, value: Buffer.from([0xff, 0, 0xfe]) };
      const before = [bytes, ...records(names(5))];
      await fixture.write(topic, before);
      const collector = new Collector(fixture.database);
      await read({ topic }, collector.deliver);
      await waitFor(() => collector.records.length >= before.length);
      const after = records(names(3, 5));
      await fixture.write(topic, after);
      await waitFor(() => collector.records.length >= before.length + after.length);
      const got = collector.records.map(({ key, headers, value }) => ({
        key,
        headers,
        value: Buffer.from(value ?? ''),
      }));
      expect(got).toEqual([...before, ...after]);
      expect(collector.records.every((record) => record.topic === topic && record.timestamp > 0)).toBe(true);
    });

    it('marks the first batch after a start, and no other', async () => {
      const topic = await fixture.topic();
      await fixture.write(topic, records(names(5)));
      const consumer = `test.${randomUUID()}`;
      for (const expected of [names(5), names(2, 5)]) {
        const collector = new Collector(fixture.database);
        const subscription = await read({ topic, consumer, events: 1 }, collector.deliver);
        if (expected[0] !== 'n0') await fixture.write(topic, records(expected));
        expect(await collector.valuesLike(expected)).toEqual(expected);
        expect(collector.batches.map(({ first }) => first)).toEqual(expected.map((_, index) => index === 0));
        await subscription.stop();
      }
    });

    it('ends a batch at its limit of events', async () => {
      const topic = await fixture.topic();
      await fixture.write(topic, records(names(7)));
      const collector = new Collector(fixture.database);
      await read({ topic, events: 3 }, collector.deliver);
      expect(await collector.valuesLike(names(7))).toEqual(names(7));
      expect(Math.max(...collector.batches.map((batch) => batch.records.length))).toBeLessThanOrEqual(3);
    });

    it('ends a batch with the record that reaches its limit of bytes, however large that is', async () => {
      const topic = await fixture.topic();
      const sizes = [10, 10, 500, 10, 60, 60];
      await fixture.write(
        topic,
        sizes.map((size, index) => written(`n${index}`, size)),
      );
      const collector = new Collector(fixture.database);
      await read({ topic, bytes: 100 }, collector.deliver);
      await waitFor(() => collector.records.length >= sizes.length);
      for (const batch of collector.batches) {
        const before = batch.records.slice(0, -1).reduce((sum, { value }) => sum + (value?.length ?? 0), 0);
        expect(before).toBeLessThan(100);
      }
      expect(collector.batches.length).toBeGreaterThan(1);
    });

    it('delivers the same again when it could not be taken, and nothing that lies behind it', async () => {
      const topic = await fixture.topic();
      await fixture.write(topic, records(names(4)));
      const collector = new Collector(fixture.database);
      const tries: string[][] = [];
      await read({ topic, events: 2 }, async (batch) => {
        tries.push(batch.records.map(({ value }) => Buffer.from(value ?? '').toString()));
        if (tries.length <= 2) throw new DiglotError('DIGLOT_POSTGRES_UNAVAILABLE', 'it is away');
        await collector.deliver(batch);
      });
      expect(await collector.valuesLike(names(4))).toEqual(names(4));
      expect(tries[1]).toEqual(tries[0]);
      expect(tries[2]).toEqual(tries[0]);
      expect(collector.batches.map(({ first }) => first)).toEqual([true, false]);
    });

    it('does not read while it cannot be taken, and says so', async () => {
      const topic = await fixture.topic();
      await fixture.write(topic, records(names(1)));
      const collector = new Collector(fixture.database);
      const tried = deferred();
      let away = true;
      const subscription = await read({ topic }, async (batch) => {
        tried.resolve();
        if (away) throw new DiglotError('DIGLOT_POSTGRES_UNAVAILABLE', 'it is away');
        await collector.deliver(batch);
      });
      await tried.promise;
      await waitFor(() => !subscription.isLive());
      expect(subscription.waitsFor()).toBe('DIGLOT_POSTGRES_UNAVAILABLE');
      away = false;
      expect(await collector.valuesLike(names(1))).toEqual(names(1));
      await waitFor(() => subscription.isLive());
      expect(subscription.waitsFor()).toBeNull();
    });

    it('goes on behind what was acknowledged when it starts again, and repeats what was not', async () => {
      const topic = await fixture.topic();
      const consumer = `test.${randomUUID()}`;
      await fixture.write(topic, records(names(4)));
      const first = new Collector(fixture.database);
      const unacknowledged = deferred();
      const subscription = await read({ topic, consumer, events: 2 }, async (batch) => {
        if (first.batches.length === 0) return first.deliver(batch);
        unacknowledged.resolve();
        throw new DiglotError('DIGLOT_POSTGRES_UNAVAILABLE', 'it is away');
      });
      await unacknowledged.promise;
      await subscription.stop();
      const second = new Collector(fixture.database);
      await read({ topic, consumer, events: 2 }, second.deliver);
      expect(await second.valuesLike(names(4).slice(first.records.length))).toEqual(
        names(4).slice(first.records.length),
      );
    });

    it('never moves a place back', async () => {
      const topic = await fixture.topic();
      const consumer = `test.${randomUUID()}`;
      await fixture.write(topic, records(names(3)));
      const first = new Collector(fixture.database);
      const subscription = await read({ topic, consumer, events: 1 }, first.deliver);
      expect(await first.valuesLike(names(3))).toEqual(names(3));
      const [old] = first.batches;
      if (old) await first.acknowledge(old);
      await fixture.write(topic, records(['next']));
      expect(await first.valuesLike([...names(3), 'next'])).toEqual([...names(3), 'next']);
      await subscription.stop();
      if (old) await first.acknowledge(old).catch(() => {});
      const second = new Collector(fixture.database);
      await read({ topic, consumer }, second.deliver);
      await fixture.write(topic, records(['last']));
      expect(await second.valuesLike(['last'])).toEqual(['last']);
    });

    it('delivers everything again after a rewind', async () => {
      const topic = await fixture.topic();
      const consumer = `test.${randomUUID()}`;
      await fixture.write(topic, records(names(3)));
      const first = new Collector(fixture.database);
      const subscription = await read({ topic, consumer }, first.deliver);
      expect(await first.valuesLike(names(3))).toEqual(names(3));
      await subscription.stop();
      await fixture.bus().rewind({ consumer, topic });
      const second = new Collector(fixture.database);
      await read({ topic, consumer }, second.deliver);
      expect(await second.valuesLike(names(3))).toEqual(names(3));
    });

    it('delivers nothing while it is paused, and all of it later', async () => {
      const topic = await fixture.topic();
      await fixture.write(topic, records(names(2)));
      const collector = new Collector(fixture.database);
      const other = new Collector(fixture.database);
      const subscription = await read({ topic }, collector.deliver);
      await read({ topic }, other.deliver);
      expect(await collector.valuesLike(names(2))).toEqual(names(2));
      subscription.pause();
      expect(subscription.isLive()).toBe(false);
      await fixture.write(topic, records(names(3, 2)));
      expect(await other.valuesLike(names(5))).toEqual(names(5));
      expect(collector.values).toEqual(names(2));
      subscription.resume();
      expect(await collector.valuesLike(names(5))).toEqual(names(5));
      expect(subscription.isLive()).toBe(true);
    });

    it('lets a slow consumer delay no other', async () => {
      const topic = await fixture.topic();
      const release = deferred();
      const slow = new Collector(fixture.database);
      const fast = new Collector(fixture.database);
      await read({ topic, events: 2 }, async (batch) => {
        await release.promise;
        await slow.deliver(batch);
      });
      await read({ topic }, fast.deliver);
      await fixture.write(topic, records(names(6)));
      expect(await fast.valuesLike(names(6))).toEqual(names(6));
      expect(slow.values).toEqual([]);
      release.resolve();
      expect(await slow.valuesLike(names(6))).toEqual(names(6));
    });

    it('loses nothing when processes of one consumer come and go', async () => {
      const topic = await fixture.topic();
      const consumer = `test.${randomUUID()}`;
      const seen = new Set<string>();
      const join = async (): Promise<Subscription> => {
        const collector = new Collector(fixture.database);
        return read({ topic, consumer, events: 2 }, async (batch) => {
          await collector.deliver(batch);
          for (const { headers } of batch.records) seen.add(headers['name'] ?? '');
        });
      };
      const first = await join();
      await fixture.write(topic, records(names(3)));
      await waitFor(() => seen.size === 3);
      const second = await join();
      await waitFor(() => first.isLive() && second.isLive());
      await fixture.write(topic, records(names(3, 3)));
      await waitFor(() => seen.size === 6);
      await first.stop();
      await fixture.write(topic, records(names(3, 6)));
      await waitFor(() => seen.size === 9);
      expect([...seen].toSorted()).toEqual(names(9));
    });

    it('waits for the batch in hand when it is stopped, and delivers no more', async () => {
      const topic = await fixture.topic();
      await fixture.write(topic, records(names(2)));
      const collector = new Collector(fixture.database);
      const begun = deferred();
      const release = deferred();
      const subscription = await read({ topic, events: 1 }, async (batch) => {
        begun.resolve();
        await release.promise;
        await collector.deliver(batch);
      });
      await begun.promise;
      const stopped = subscription.stop();
      release.resolve();
      await stopped;
      expect(collector.values).toEqual(['n0']);
      expect(subscription.isLive()).toBe(false);
      await subscription.stop();
    });

    it('knows how many records a reader has before it', async () => {
      const topic = await fixture.topic();
      const consumer = `test.${randomUUID()}`;
      await fixture.write(topic, records(names(4)));
      expect(await fixture.bus().lag({ consumer, topic })).toBe(4);
      const collector = new Collector(fixture.database);
      const subscription = await read({ topic, consumer }, collector.deliver);
      expect(await collector.valuesLike(names(4))).toEqual(names(4));
      await waitFor(async () => (await fixture.bus().lag({ consumer, topic })) === 0);
      await subscription.stop();
      await fixture.write(topic, records(names(2, 4)));
      expect(await fixture.bus().lag({ consumer, topic })).toBe(2);
    });

    it('goes on by itself after its connections broke, and loses nothing', async () => {
      const topic = await fixture.topic();
      const seen = new Set<string>();
      const collector = new Collector(fixture.database);
      await read({ topic, events: 1 }, async (batch) => {
        await collector.deliver(batch);
        for (const { headers } of batch.records) seen.add(headers['name'] ?? '');
      });
      await fixture.write(topic, records(names(2)));
      await waitFor(() => seen.size === 2);
      await fixture.disconnect();
      await fixture.write(topic, records(names(3, 2)));
      await waitFor(() => seen.size === 5, { what: 'all five' });
      expect([...seen]).toEqual(names(5));
    });
  });
}
