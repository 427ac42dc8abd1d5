import { KafkaBus } from './kafka-bus.ts';
import { createClient, type ClientOptions } from './create-client.ts';
import { ensureTopics } from './ensure-topics.ts';
import { KafkaSender } from './kafka-sender.ts';
import { Relay } from '../relay/relay.ts';
import type { KafkaLog, KafkaOptions } from './kafka.port.ts';

/** As librdkafka and Java's clients have it: a process that pauses for garbage or a disk is not thrown out. */
const SESSION_MILLISECONDS = 45_000;
const HEARTBEAT_MILLISECONDS = 3000;
/** Partitions that a reader works on at once; each takes a connection to Postgres. */
const CONCURRENCY = 4;

/** Opens Kafka as the log. Nothing is connected before there is somebody who reads or relays, so this cannot fail. */
export function openKafka(options: KafkaOptions & Pick<ClientOptions, 'socketFactory'>): KafkaLog {
  const { logger, onFatal, onEvent = () => {} } = options;
  const kafka = createClient(options);
  const relays: Relay[] = [];
  const bus = new KafkaBus({
    kafka,
    logger,
    onFatal,
    onEvent,
    sessionTimeout: options.sessionTimeout ?? SESSION_MILLISECONDS,
    heartbeatInterval: options.heartbeatInterval ?? HEARTBEAT_MILLISECONDS,
    concurrency: options.concurrency ?? CONCURRENCY,
    onWake: (topics) => {
      for (const relay of relays) if (topics.has(relay.topic)) relay.wake();
    },
  });
  return {
    bus,
    startRelay: ({ topic, database, pollMilliseconds, serviceVersion = '', pointerLoader = null }) => {
      // Only pointers need the fence, and pay for it: facts may come twice in any order.
      const transactionalId = pointerLoader === null ? null : `diglot.relay.${topic}`;
      const relay = new Relay({
        topic,
        database,
        pollMilliseconds,
        serviceVersion,
        logger,
        onFatal,
        load: pointerLoader,
        openSender: () => KafkaSender.open(kafka, topic, transactionalId),
        onRelayed: (records, duration) => onEvent({ kind: 'relayed', topic, records, duration }),
      });
      relays.push(relay);
      relay.start();
      return relay;
    },
    ensureTopics: (definitions) => ensureTopics(kafka, definitions),
    reasons: () =>
      relays.flatMap((relay) => {
        const code = relay.waitsFor();
        return code === null ? [] : [`the relay of ${relay.topic} waits: ${code}`];
      }),
    close: async () => {
      await bus.close();
      await Promise.all(relays.map((relay) => relay.stop()));
    },
  };
}
