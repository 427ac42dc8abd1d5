import { Kafka, logLevel, type ISocketFactory, type LogEntry, type RetryOptions, type SASLOptions } from 'kafkajs';
import type { Logger } from '@diglot/platform';
import { patchIdleQueue } from './idle-queue.patch.ts';
import { patchSameMember } from './same-member.patch.ts';
import { openSocket } from './open-socket.ts';
import type { KafkaConnection, KafkaSasl } from './kafka.port.ts';

export interface ClientOptions extends KafkaConnection {
  readonly clientId: string;
  readonly logger: Logger;
  /** How connections are made: for tests that break them. */
  readonly socketFactory?: ISocketFactory;
}

/**
 * Said explicitly, since kafkajs has other defaults where it thinks that it is tested. Nine seconds in all, so that a
 * member outlives the restart of a broker.
 */
export const RETRY: RetryOptions = {
  initialRetryTime: 300,
  factor: 0.2,
  multiplier: 2,
  maxRetryTime: 5000,
  retries: 5,
};
/** Two seconds in all: for relays and questions, which begin anew by themselves or tell who asked. */
export const SHORT_RETRY: RetryOptions = { ...RETRY, retries: 3 };
/** A connection that is not made in this time is tried again. */
const CONNECT_MILLISECONDS = 5000;
/** A request without an answer is given up: its broker hangs, or the way to it is cut. */
const REQUEST_MILLISECONDS = 30_000;

/** kafkajs, configured once for readers, relays and the topics job. */
export function createClient({
  brokers,
  ssl,
  sasl,
  clientId,
  logger,
  socketFactory = openSocket,
}: ClientOptions): Kafka {
  patchIdleQueue();
  patchSameMember();
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ssl: typeof ssl === 'boolean' ? ssl : { ca: ssl.ca },
    ...(sasl === null ? {} : { sasl: toOptions(sasl) }),
    connectionTimeout: CONNECT_MILLISECONDS,
    authenticationTimeout: CONNECT_MILLISECONDS,
    requestTimeout: REQUEST_MILLISECONDS,
    enforceRequestTimeout: true,
    retry: SHORT_RETRY,
    logLevel: logLevel.INFO,
    logCreator: () => (entry) => write(logger, entry),
    socketFactory,
  });
}

/** kafkajs's type is a union by mechanism, of members that are otherwise the same. */
function toOptions({ mechanism, username, password }: KafkaSasl): SASLOptions {
  if (mechanism === 'plain') return { mechanism, username, password };
  return mechanism === 'scram-sha-256' ? { mechanism, username, password } : { mechanism, username, password };
}

/** kafkajs calls an error what it tries again: one level lower each, for what matters comes to us as an error too. */
function write(logger: Logger, { level, namespace, log: { message, ...rest } }: LogEntry): void {
  logger[level === logLevel.ERROR ? 'info' : 'debug']({ part: namespace, kafkajs: rest }, message);
}
