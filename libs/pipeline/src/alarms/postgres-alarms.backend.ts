import {
  Queue,
  Worker,
  createPostgresBackend,
  type JobProgress,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
} from 'bullmq';
import type { AlarmBackend, AlarmJob } from './alarm-backend.ts';
import { SurvivingClient } from './surviving-client.ts';

/** BullMQ's classes default to Redis in their types too, so the backend has to be named. */
const PostgresQueue = Queue<
  AlarmJob,
  void,
  string,
  AlarmJob,
  void,
  string,
  PostgresQueueBackend,
  PostgresConnectionOptions
>;
const PostgresWorker = Worker<AlarmJob, void, string, PostgresQueueBackend, JobProgress, PostgresConnectionOptions>;

/** The schema of BullMQ's own tables. */
const SCHEMA = 'bullmq';
/** Each BullMQ object has a pool of its own beside the one of the application. */
const POOL_SIZE = 2;
/** A server that does not answer is given up: BullMQ would wait for ever. Its migrations are single short statements. */
const ANSWER_MILLISECONDS = 30_000;
const CONNECT_MILLISECONDS = 10_000;
/** After an error of the connection; BullMQ's own 15 s would leave alarms unrung that long after an outage. */
const RECONNECT_MILLISECONDS = 1000;

/** Jobs in PostgreSQL: the embedded profile. */
export function postgresAlarms(name: string, connectionString: string): AlarmBackend {
  const connection = {
    connectionString,
    schema: SCHEMA,
    max: POOL_SIZE,
    Client: SurvivingClient,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    query_timeout: ANSWER_MILLISECONDS,
  };
  const queue = new PostgresQueue(name, { connection: { ...connection, migrate: true } }, createPostgresBackend);
  return {
    queue,
    // The queue migrates BullMQ's tables; a worker that is there first refuses to start.
    prepare: async () => {
      await queue.waitUntilReady();
    },
    // Its pool gives up by itself.
    isReady: () => true,
    openWorker: async (ring, concurrency) => {
      const worker = new PostgresWorker(
        name,
        async ({ data }) => ring(data),
        {
          connection,
          concurrency,
          removeOnComplete: { count: 0 },
          removeOnFail: { count: 0 },
          runRetryDelay: RECONNECT_MILLISECONDS,
        },
        createPostgresBackend,
      );
      await worker.waitUntilReady();
      return worker;
    },
    close: async () => {},
  };
}
