import { connect } from 'node:net';
import { Partitioners, type ISocketFactory, type Kafka } from 'kafkajs';
import { silentLogger } from '@diglot/platform';
import { TcpFaultProxy, testDatabase, testKafka, uniqueName, waitFor } from '@diglot/testing';
import { createClient } from '../kafka/create-client.ts';
import { KafkaBus, type KafkaBusOptions } from '../kafka/kafka-bus.ts';
import { toMessage } from '../kafka/kafka-record.ts';
import type { BusFixture } from './bus.contract.ts';

export interface KafkaBusFixture extends BusFixture {
  bus(options?: Partial<KafkaBusOptions>): KafkaBus;
  /** A client whose connections never break. */
  readonly kafka: Kafka;
  /** Between the buses and the broker. */
  readonly proxy: TcpFaultProxy;
  topic(partitions?: number): Promise<string>;
}

/** As short as a broker allows. */
export const SHORT_SESSIONS = { sessionTimeout: 6000, heartbeatInterval: 1000 };

/** Kafka as a bus, on the broker that the test run shares. */
export async function kafkaBusFixture(): Promise<KafkaBusFixture> {
  const { database, drop } = await testDatabase();
  const broker = await testKafka();
  const connection = { brokers: [broker], ssl: false, sasl: null, logger: silentLogger };
  const kafka = createClient({ ...connection, clientId: 'fixture' });
  const proxy = await TcpFaultProxy.start(Number(broker.split(':')[1]));
  const readersKafka = createClient({ ...connection, clientId: 'readers', socketFactory: through(proxy) });
  const admin = kafka.admin();
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await Promise.all([admin.connect(), producer.connect()]);
  const buses: KafkaBus[] = [];
  return {
    database,
    kafka,
    proxy,
    bus: (options = {}) => {
      const bus = new KafkaBus({
        kafka: readersKafka,
        logger: silentLogger,
        onFatal: () => {},
        onEvent: () => {},
        onWake: () => {},
        concurrency: 4,
        ...SHORT_SESSIONS,
        ...options,
      });
      buses.push(bus);
      return bus;
    },
    topic: async (partitions = 1) => {
      const topic = uniqueName('test');
      const topics = [{ topic, numPartitions: partitions, replicationFactor: 1 }];
      await admin.createTopics({ topics, timeout: 60_000 });
      return topic;
    },
    write: async (topic, records) => {
      await producer.send({ topic, acks: -1, messages: records.map(toMessage) });
    },
    disconnect: async () => {
      proxy.cut();
    },
    close: async () => {
      await Promise.all(buses.map((bus) => bus.close()));
      await Promise.all([admin.disconnect(), producer.disconnect()]);
      // They end by themselves; to reset one that is just ending makes Node 20 spin when it exits.
      await waitFor(() => proxy.connections === 0);
      await proxy.close();
      await drop();
    },
  };
}

/** The broker says where it is; this goes by the proxy all the same. */
function through(proxy: TcpFaultProxy): ISocketFactory {
  return ({ onConnect }) => connect({ host: '127.0.0.1', port: proxy.port }, onConnect);
}
