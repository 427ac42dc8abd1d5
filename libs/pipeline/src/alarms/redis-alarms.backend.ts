import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { AlarmBackend, AlarmJob } from './alarm-backend.ts';

const CONNECT_MILLISECONDS = 10_000;
/** A server that owes an answer for so long is given up. */
const QUEUE_ANSWER_MILLISECONDS = 5000;
/** The worker's waits end by themselves after ten seconds at most. */
const WORKER_ANSWER_MILLISECONDS = 30_000;
const RECONNECT_MILLISECONDS = 1000;

export interface RedisAlarmsOptions {
  /** `redis://` or `rediss://`. */
  readonly url: string;
  /** See `BullmqAlarmClockOptions`. */
  readonly authority?: string;
  /** Told of whatever goes wrong with a connection, each time. */
  readonly onError: (error: Error) => void;
}

/** For ever, and soon enough after an outage. */
const CONNECTION = {
  connectTimeout: CONNECT_MILLISECONDS,
  retryStrategy: (tries: number) => Math.min(tries * 100, RECONNECT_MILLISECONDS),
};

/**
 * Jobs in Redis: the stack profile. It may be away, now or at the start: nothing waits for it, since the sweeper sets
 * what is missing.
 */
export function redisAlarms(name: string, { url, authority, onError }: RedisAlarmsOptions): AlarmBackend {
  const trust = authority === undefined ? {} : { tls: { ca: authority } };
  // Without an offline queue a job is refused while there is no connection, instead of being kept in memory.
  const client = new Redis(url, {
    ...CONNECTION,
    ...trust,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    socketTimeout: QUEUE_ANSWER_MILLISECONDS,
  });
  // The queue listens only once it is ready, and an `error` that nobody listens to is thrown.
  client.on('error', onError);
  const queue = new Queue<AlarmJob, void, string, AlarmJob, void, string>(name, { connection: client });
  return {
    queue,
    prepare: async () => {},
    isReady: () => client.status === 'ready',
    openWorker: async (ring, concurrency) =>
      new Worker<AlarmJob, void>(name, async ({ data }) => ring(data), {
        connection: {
          url,
          ...CONNECTION,
          ...trust,
          maxRetriesPerRequest: null,
          socketTimeout: WORKER_ANSWER_MILLISECONDS,
        },
        concurrency,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
        runRetryDelay: RECONNECT_MILLISECONDS,
      }),
    close: async () => client.disconnect(),
  };
}
