import type { TopicDefinition } from '@diglot/contracts';
import type { Database, Logger } from '@diglot/platform';
import type { Bus } from '../bus/bus.port.ts';
import type { PointerLoader } from '../bus/pointer-loader.ts';

/** How a client proves who it is. */
export interface KafkaSasl {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

/** Where Kafka is, and how to be let in. */
export interface KafkaConnection {
  /** `host:port` each; any of them that answers is enough. */
  readonly brokers: readonly string[];
  /** TLS: true for the authorities that Node trusts, or with a certificate of one's own as PEM; false for none. */
  readonly ssl: boolean | { readonly ca: string };
  readonly sasl: KafkaSasl | null;
}

export interface KafkaOptions extends KafkaConnection {
  /** The service, for the broker's logs and quotas. */
  readonly clientId: string;
  readonly logger: Logger;
  /** Told of an error after which this process cannot go on: it has to exit with 1. */
  readonly onFatal: (error: Error) => void;
  /** After so many milliseconds without a heartbeat the group gives a reader's partitions to others; 45 000 by default. */
  readonly sessionTimeout?: number;
  /** Milliseconds between heartbeats; 3 000 by default. */
  readonly heartbeatInterval?: number;
  /** Partitions that one reader works on at once; 4 by default. */
  readonly concurrency?: number;
  /** Told what happens to readers and relays, for metrics. */
  readonly onEvent?: (event: KafkaEvent) => void;
}

/** What happens to readers and relays. Durations are milliseconds. */
export type KafkaEvent =
  /** A reader has (again) its share of the partitions: every one of them after the first is a rebalance. */
  | {
      readonly kind: 'assigned';
      readonly consumer: string;
      readonly topic: string;
      readonly partitions: readonly number[];
      readonly duration: number;
    }
  /** Records behind a reader's place in one partition, as its last fetch saw it. */
  | {
      readonly kind: 'lag';
      readonly consumer: string;
      readonly topic: string;
      readonly partition: number;
      readonly records: number;
    }
  /** A reader was lost and is made anew. */
  | { readonly kind: 'lost'; readonly consumer: string; readonly topic: string; readonly code: string }
  /** A relay has sent some rows of the outbox. */
  | { readonly kind: 'relayed'; readonly topic: string; readonly records: number; readonly duration: number };

/** Which topic of the outbox a relay carries to Kafka. */
export interface RelayOptions {
  readonly topic: string;
  readonly database: Database;
  readonly pollMilliseconds: number;
  /** Goes into the dead letters of what the topic does not take. */
  readonly serviceVersion?: string;
  /** For a topic of pointers: its records are the current states of their keys, sent in fenced transactions. */
  readonly pointerLoader?: PointerLoader;
}

/** A running relay: it leads its topic, or stands by until it can. */
export interface RelayHandle {
  readonly topic: string;
  /** Whether it is this process that sends. */
  leads(): boolean;
  /** Code of the error that it waits out; null when there is none. */
  waitsFor(): string | null;
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
}

/** A topic that is not as it should be. */
export interface TopicDifference {
  readonly topic: string;
  /** `partitions`, `replication.factor`, or the name of a setting of the topic. */
  readonly setting: string;
  readonly wanted: string;
  readonly actual: string;
}

/** What came of {@link KafkaLog.ensureTopics}. */
export interface TopicsReport {
  readonly created: readonly string[];
  /** Topics that exist with other settings: nothing of them is changed. */
  readonly differences: readonly TopicDifference[];
}

/** Kafka as the log. */
export interface KafkaLog {
  /** Its `wake` wakes the relays of this process. */
  readonly bus: Bus;
  /** Begins at once and never fails: what is wrong is in `waitsFor`. */
  startRelay(options: RelayOptions): RelayHandle;
  /**
   * Creates what is missing and says what differs.
   * @throws DiglotError `DIGLOT_BUS_UNAVAILABLE`, or `DIGLOT_BUS_REFUSED` when Kafka does not let this client in
   */
  ensureTopics(definitions: readonly TopicDefinition[]): Promise<TopicsReport>;
  /** Why readiness must be false: relays that wait, by code. Readers speak through their subscriptions. */
  reasons(): readonly string[];
  /** Stops readers, then relays; each after what it has in hand. */
  close(): Promise<void>;
}
