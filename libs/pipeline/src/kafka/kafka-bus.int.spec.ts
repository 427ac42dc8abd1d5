import { setTimeout } from 'node:timers/promises';
import { DiglotError } from '@diglot/domain';
import { silentLogger } from '@diglot/platform';
import { kafkaCanBeHad, testKafka, uniqueName, waitFor } from '@diglot/testing';
import type { LogRecord, RecordBatch, Subscription } from '../bus/bus.port.ts';
import { busContract, type Written } from '../testing/bus.contract.ts';
import { deferred } from '../testing/deferred.ts';
import { kafkaBusFixture, type KafkaBusFixture } from '../testing/kafka-bus.fixture.ts';
import type { KafkaBusOptions } from './kafka-bus.ts';
import type { KafkaEvent } from './kafka.port.ts';
import { openKafka } from './open-kafka.ts';

const withKafka = (await kafkaCanBeHad()) ? describe : describe.skip;

withKafka('with Kafka', () => {
  busContract('Kafka', kafkaBusFixture);

  describe('Kafka', () => {
    let fixture: KafkaBusFixture;
    let consumer: string;
    let events: KafkaEvent[];
    const fatal: Error[] = [];
    const subscriptions: Subscription[] = [];

    beforeAll(async () => {
      fixture = await kafkaBusFixture();
    });
    beforeEach(() => {
      consumer = uniqueName('test');
      events = [];
    });
    afterEach(async () => {
      await Promise.all(subscriptions.splice(0).map((subscription) => subscription.stop()));
    });
    afterAll(async () => fixture.close());

    const read = async (
      topic: string,
      deliver: (batch: RecordBatch) => Promise<void>,
      options: Partial<KafkaBusOptions> = {},
    ): Promise<Subscription> => {
      const bus = fixture.bus({
        onEvent: (event) => events.push(event),
        onFatal: (error) => fatal.push(error),
        ...options,
      });
      const subscription = await bus.subscribe({ consumer, topic, events: 2, bytes: 1_000_000 }, deliver);
      subscriptions.push(subscription);
      return subscription;
    };
    const written = (count: number): Written[] =>
      Array.from({ length: count }, (_, index) => ({ key: `k${index}`, headers: {}, value: Buffer.from(`v${index}`) }));
    const take = async (batch: RecordBatch): Promise<void> => batch.moveAfter(batch.records.at(-1)!);
    const assigned = () => events.flatMap((event) => (event.kind === 'assigned' ? [event.partitions.length] : []));

    it('shares the partitions among the members of a group, and each begins with a first batch', async () => {
      const topic = await fixture.topic(4);
      const batches: (readonly [member: number, RecordBatch])[] = [];
      const join = async (member: number) =>
        read(topic, async (batch) => {
          batches.push([member, batch]);
          await take(batch);
        });
      await fixture.write(topic, written(40));
      await join(1);
      await waitFor(() => batches.flatMap(([, { records }]) => records).length === 40);
      await join(2);
      await waitFor(() => assigned().slice(-2).join() === '2,2');
      const before = batches.length;
      await fixture.write(topic, written(40));
      await waitFor(() => batches.flatMap(([, { records }]) => records).length >= 80);
      const after = batches.slice(before);
      expect(new Set(after.map(([member]) => member)).size).toBe(2);
      for (const list of [batches.slice(0, before), after]) {
        const firsts = list.filter(([, { first }]) => first).map(([, { records }]) => records[0]?.partition ?? -1);
        // A member that a slow machine throws out begins a partition once more; nobody takes all that it has for a beginning.
        expect([...new Set(firsts)].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
        expect(firsts.length).toBeLessThan(list.length);
      }
    });

    it('works on partitions at the same time', async () => {
      const topic = await fixture.topic(2);
      const inHand = new Set<number>();
      const release = deferred();
      await fixture.write(topic, written(20));
      await read(topic, async (batch) => {
        inHand.add(batch.records[0]?.partition ?? -1);
        await release.promise;
        await take(batch);
      });
      await waitFor(() => inHand.size === 2);
      expect([...inHand].toSorted((a, b) => a - b)).toEqual([0, 1]);
      release.resolve();
    });

    it('lets a batch go when its heartbeat hears of a rebalance, and joins again', async () => {
      const topic = await fixture.topic(2);
      await fixture.write(topic, written(8));
      const seen = new Set<string>();
      const heard: unknown[] = [];
      let holding = true;
      const work = async (batch: RecordBatch): Promise<void> => {
        while (holding) {
          await setTimeout(100);
          await batch.heartbeat().catch((error: unknown) => {
            heard.push(error);
            holding = false;
            throw error;
          });
        }
        for (const { key } of batch.records) seen.add(key);
        await take(batch);
      };
      await read(topic, work);
      await waitFor(() => assigned().length === 1);
      await read(topic, work);
      await waitFor(() => seen.size === 8);
      expect(heard[0]).toMatchObject({ code: 'DIGLOT_BUS_UNAVAILABLE' });
      await waitFor(() => assigned().slice(-2).join() === '1,1');
      expect(fatal).toEqual([]);
    });

    it('moves no place for an assignment that has ended', async () => {
      const topic = await fixture.topic(1);
      await fixture.write(topic, written(4));
      const batches: RecordBatch[] = [];
      const subscription = await read(topic, async (batch) => {
        batches.push(batch);
        await take(batch);
      });
      await waitFor(() => batches.length === 2);
      await subscription.stop();
      await fixture.bus().rewind({ consumer, topic });
      const [old] = batches;
      await old?.moveAfter(old.records.at(-1)!);
      expect(await fixture.bus().lag({ consumer, topic })).toBe(4);
      await expect(fixture.bus().rewind({ consumer, topic })).resolves.toBeUndefined();
    });

    it('refuses to rewind what is being read', async () => {
      const topic = await fixture.topic(1);
      const subscription = await read(topic, take);
      await waitFor(() => subscription.isLive());
      await expect(fixture.bus().rewind({ consumer, topic })).rejects.toMatchObject({ code: 'DIGLOT_REQUEST_INVALID' });
    });

    it('does not take a broker that is away for a group that was not there: nothing counts as rewound', async () => {
      const topic = await fixture.topic(1);
      const bus = fixture.bus();
      // From here on it is connected, so that the question itself fails.
      expect(await bus.lag({ consumer, topic })).toBe(0);
      await fixture.proxy.refuse();
      await expect(bus.rewind({ consumer, topic })).rejects.toMatchObject({ code: 'DIGLOT_BUS_UNAVAILABLE' });
      await fixture.proxy.restore();
      await expect(bus.rewind({ consumer, topic })).resolves.toBeUndefined();
    });

    it('delivers nothing to a reader that was paused before it had joined, until it goes on', async () => {
      const topic = await fixture.topic(2);
      await fixture.write(topic, written(4));
      const seen: string[] = [];
      const subscription = await read(topic, async (batch) => {
        seen.push(...batch.records.map(({ key }) => key));
        await take(batch);
      });
      // A breaker may be open already when its reader is started.
      subscription.pause();
      await waitFor(() => assigned().length === 1);
      // A fetch is answered after half a second at the latest.
      await setTimeout(700);
      expect(seen).toEqual([]);
      // Nor is anything fetched, which would come again and again.
      expect(events.filter(({ kind }) => kind === 'lag')).toEqual([]);
      expect(subscription.isLive()).toBe(false);
      subscription.resume();
      await waitFor(() => seen.length === 4);
      expect(subscription.isLive()).toBe(true);
    });

    it('keeps nothing in memory while a partition waits, and lets others go on', async () => {
      const topic = await fixture.topic(2);
      const taken: LogRecord[] = [];
      let away = true;
      const subscription = await read(topic, async (batch) => {
        if (away && batch.records[0]?.partition === 0)
          throw new DiglotError('DIGLOT_POSTGRES_UNAVAILABLE', 'it is away');
        await take(batch);
        taken.push(...batch.records);
      });
      await fixture.write(topic, written(20));
      await waitFor(() => subscription.waitsFor() !== null);
      await fixture.write(topic, written(20));
      const ofOther = (): LogRecord[] => taken.filter(({ partition }) => partition === 1);
      await waitFor(
        async () => (await fixture.bus().lag({ consumer, topic })) + ofOther().length === 40 && ofOther().length > 0,
      );
      away = false;
      await waitFor(() => taken.length === 40);
      expect(events).toContainEqual(expect.objectContaining({ kind: 'lag', partition: 1 }));
    });

    it('ends the process, and does not try again, when an error is fatal', async () => {
      const topic = await fixture.topic(1);
      await fixture.write(topic, written(1));
      let tries = 0;
      const subscription = await read(topic, async () => {
        tries += 1;
        throw new DiglotError('DIGLOT_CONFIG_INVALID', 'it cannot work');
      });
      await waitFor(() => fatal.length === 1);
      await subscription.stop();
      expect(fatal.splice(0)).toMatchObject([{ code: 'DIGLOT_CONFIG_INVALID' }]);
      expect(tries).toBe(1);
      expect(subscription.isLive()).toBe(false);
    });

    it('ends the process when Kafka does not let it in', async () => {
      const refused = deferred();
      const log = openKafka({
        brokers: [await testKafka()],
        ssl: false,
        sasl: { mechanism: 'plain', username: 'nobody', password: 'wrong' },
        clientId: 'test',
        logger: silentLogger,
        onFatal: (error) => {
          fatal.push(error);
          refused.resolve();
        },
      });
      await log.bus.subscribe({ consumer, topic: 'test', events: 1, bytes: 1 }, take);
      await refused.promise;
      expect(fatal.splice(0)).toMatchObject([{ code: 'DIGLOT_BUS_REFUSED' }]);
      await log.close();
    });

    it('goes on after its broker was silent for longer than a session', async () => {
      const topic = await fixture.topic(1);
      const seen = new Set<string>();
      const subscription = await read(topic, async (batch) => {
        for (const { key } of batch.records) seen.add(key);
        await take(batch);
      });
      await waitFor(() => subscription.isLive());
      await fixture.proxy.refuse();
      await fixture.write(topic, written(3));
      await waitFor(() => !subscription.isLive());
      await fixture.proxy.restore();
      await waitFor(() => seen.size === 3 && subscription.isLive());
      expect([...seen]).toEqual(['k0', 'k1', 'k2']);
    });
  });
});
