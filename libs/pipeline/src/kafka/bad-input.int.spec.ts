import { randomUUID } from 'node:crypto';
import { Partitioners, type Message, type Producer } from 'kafkajs';
import { TOPICS, conflictEventId, deadLetterTopic, encodeEvent } from '@diglot/contracts';
import { sha256 } from '@diglot/domain';
import { silentLogger } from '@diglot/platform';
import { kafkaCanBeHad, testKafka, uniqueName, waitFor } from '@diglot/testing';
import type { LogRecord } from '../bus/bus.port.ts';
import { parsed } from '../testing/shelf.events.ts';
import { StageBench, shelfDatabase, type BenchDatabase } from '../testing/stage-bench.ts';
import { createClient } from './create-client.ts';
import { toMessage } from './kafka-record.ts';
import type { KafkaLog } from './kafka.port.ts';
import { openKafka } from './open-kafka.ts';

const withKafka = (await kafkaCanBeHad()) ? describe : describe.skip;

const MEBIBYTE = 1024 * 1024;
const NOT_UTF8 = Buffer.from([0xff, 0xfe, 0x00]);

withKafka('bad input on Kafka', () => {
  const topic = uniqueName('test');
  const letters: LogRecord[] = [];
  const bad = new Map<string, Message>();
  let shared: BenchDatabase;
  let bench: StageBench;
  let log: KafkaLog;
  let producer: Producer;

  beforeAll(async () => {
    shared = await shelfDatabase();
    bench = new StageBench(shared.database);
    const connection = { brokers: [await testKafka()], ssl: false, sasl: null, logger: silentLogger };
    log = openKafka({
      ...connection,
      clientId: 'test',
      onFatal: () => {},
      sessionTimeout: 6000,
      heartbeatInterval: 1000,
    });
    const definition = { partitions: 1, cleanup: 'delete', retentionDays: 1, maxMessageBytes: 8 * MEBIBYTE } as const;
    const lettersTopic = deadLetterTopic(TOPICS.paperParsed);
    await log.ensureTopics([topic, lettersTopic].map((name) => ({ ...definition, topic: name })));
    const kafka = createClient({ ...connection, clientId: 'test' });
    producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    await log.bus.subscribe({ consumer: bench.name, topic, events: 100, bytes: MEBIBYTE }, async (batch) => {
      // A topic of its own, so that tests share a broker; to the stage it is the one that its events have.
      const records = batch.records.map((record) => ({ ...record, topic: TOPICS.paperParsed }));
      await bench.consumer.deliver({ ...batch, records });
    });
    log.startRelay({ topic: lettersTopic, database: shared.database, pollMilliseconds: 25 });
    await log.bus.subscribe(
      { consumer: uniqueName('test'), topic: lettersTopic, events: 100, bytes: MEBIBYTE },
      async (batch) => {
        letters.push(...batch.records.filter(({ headers }) => headers['dlq-consumer'] === bench.name));
        await batch.moveAfter(batch.records.at(-1)!);
      },
    );
  });
  afterAll(async () => {
    await log.close();
    await producer.disconnect();
    await shared.drop();
  });

  const message = (paper: number, change: Partial<Message> = {}): Message => {
    const { key, headers, value } = toMessage(encodeEvent(parsed({ paper, title: `t${paper}` })));
    return { key, value, ...change, headers: { ...headers, ...change.headers } };
  };
  const send = async (...messages: Message[]) => producer.send({ topic, acks: -1, messages });
  const anHourAhead = new Date(Date.now() + 3_900_000);

  it('ends as dead letters or is taken, and the stream goes on', async () => {
    // The first batch of a reader is only receipted; after it everything is handled as it comes.
    await send(message(1));
    await waitFor(() => bench.clock.alarms.length === 1);
    await bench.clock.ringAll();

    bad
      .set('DIGLOT_EVENT_UNDECODABLE', message(2, { value: NOT_UTF8 }))
      .set('DIGLOT_EVENT_UNKNOWN_TYPE', message(3, { headers: { ce_type: 'paper.parsed.v9' } }))
      .set('DIGLOT_EVENT_SCHEMA', message(4, { value: Buffer.from('{"entry":{}}') }))
      .set('DIGLOT_EVENT_KEY_MISMATCH', message(5, { key: NOT_UTF8, headers: { x: NOT_UTF8 } }))
      .set('DIGLOT_EVENT_CONFLICT', message(1, { value: message(6).value }));
    await send(...bad.values());
    await send(
      message(7, { timestamp: String(anHourAhead.getTime()), headers: { ce_time: anHourAhead.toISOString() } }),
      message(1),
      message(8),
    );
    const large = {
      ...parsed({ paper: 9, title: 't'.repeat(5 * MEBIBYTE) }),
      id: parsed({ paper: 9, title: 't9' }).id,
    };
    await send({ ...toMessage(encodeEvent(large)) });
    await send(message(10));

    const idOf = (paper: number): string => parsed({ paper, title: `t${paper}` }).id;
    await waitFor(async () => (await bench.effects())[idOf(10)] === 1);
    const dead = (await bench.receipts()).flatMap(({ status, errorCode }) =>
      status === 'dead' ? [String(errorCode)] : [],
    );
    expect(dead.toSorted()).toEqual([...bad.keys()].toSorted());
    expect(await bench.effects()).toEqual(Object.fromEntries([1, 7, 8, 9, 10].map((paper) => [idOf(paper), 1])));
    await waitFor(async () => (await log.bus.lag({ consumer: bench.name, topic })) === 0);
  });

  it('comes out on the dead letter topic with every byte of its key, headers and value', async () => {
    await waitFor(() => letters.length === bad.size);
    for (const letter of letters) {
      const sent = bad.get(letter.headers['dlq-error-code'] ?? '');
      const { key, headers, value } = toMessage(letter);
      expect(key).toEqual(sent?.key);
      expect(value).toEqual(sent?.value);
      expect(hex(headers)).toMatchObject(hex(sent?.headers ?? {}));
      expect(letter.headers).toMatchObject({ 'dlq-topic': TOPICS.paperParsed, 'dlq-partition': '0' });
    }
    const ids = letters.map(({ headers }) => headers['ce_id']);
    expect(ids).toContain(parsed({ paper: 1, title: 't1' }).id);
    const conflict = (await bench.receipts()).find(({ errorCode }) => errorCode === 'DIGLOT_EVENT_CONFLICT');
    const value = message(6).value;
    expect(conflict?.eventId).toBe(
      conflictEventId(parsed({ paper: 1, title: 't1' }).id, sha256(value ?? randomUUID())),
    );
  });
});

/** One value and a list of one are the same on the wire. */
function hex(headers: object): Record<string, string[]> {
  const bytes = (given: unknown): string[] =>
    [given].flat().map((each) => Buffer.from(each as string | Buffer).toString('hex'));
  return Object.fromEntries(Object.entries(headers).map(([name, given]) => [name, bytes(given)]));
}
