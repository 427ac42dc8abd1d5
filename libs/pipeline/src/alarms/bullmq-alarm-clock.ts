import {
  Queue,
  Worker,
  createPostgresBackend,
  type Job,
  type JobProgress,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
} from 'bullmq';
import type { Logger } from '@diglot/platform';
import { alarmId, type Alarm, type AlarmClock } from './alarm-clock.port.ts';
import { SurvivingClient } from './surviving-client.ts';

export interface BullmqAlarmClockOptions {
  /** One queue per service. */
  readonly queue: string;
  readonly connectionString: string;
  readonly concurrency: number;
  readonly logger: Logger;
}

/** A job's data: JSON, so without the Date of an {@link Alarm}. */
type AlarmJob = Omit<Alarm, 'at'> & { readonly at: string };

/** BullMQ's classes default to Redis in their types too, so the backend has to be named. */
const AlarmQueue = Queue<
  AlarmJob,
  void,
  string,
  AlarmJob,
  void,
  string,
  PostgresQueueBackend,
  PostgresConnectionOptions
>;
const AlarmWorker = Worker<AlarmJob, void, string, PostgresQueueBackend, JobProgress, PostgresConnectionOptions>;

/** The schema of BullMQ's own tables. */
const SCHEMA = 'bullmq';
/** Each BullMQ object has a pool of its own beside the one of the application. */
const POOL_SIZE = 2;
/** A server that does not answer is given up: BullMQ would wait for ever. Its migrations are single short statements. */
const ANSWER_MILLISECONDS = 30_000;
const CONNECT_MILLISECONDS = 10_000;
/** After an error of the connection; BullMQ's own 15 s would leave alarms unrung that long after an outage. */
const RECONNECT_MILLISECONDS = 1000;

/** BullMQ on its PostgreSQL backend: the clock of the embedded profile. */
export class BullmqAlarmClock implements AlarmClock {
  readonly #options: BullmqAlarmClockOptions;
  readonly #queue: InstanceType<typeof AlarmQueue>;
  #worker: InstanceType<typeof AlarmWorker> | null = null;
  #failing = false;

  constructor(options: BullmqAlarmClockOptions) {
    this.#options = options;
    this.#queue = new AlarmQueue(
      options.queue,
      { connection: { ...this.#connection(), migrate: true } },
      createPostgresBackend,
    );
    this.#queue.on('error', this.#onError);
  }

  async set(alarms: readonly Alarm[]): Promise<void> {
    if (alarms.length === 0) return;
    const now = Date.now();
    await this.#queue.addBulk(
      alarms.map((alarm) => ({
        name: 'alarm',
        data: { ...alarm, at: alarm.at.toISOString() },
        opts: {
          jobId: alarmId(alarm),
          delay: Math.max(0, alarm.at.getTime() - now),
          attempts: 1,
          removeOnComplete: true,
          removeOnFail: true,
        },
      })),
    );
  }

  async start(ring: (alarm: Alarm) => Promise<void>): Promise<void> {
    const { queue, concurrency, logger } = this.#options;
    // The queue migrates BullMQ's tables; a worker that is there first refuses to start.
    await this.#queue.waitUntilReady();
    this.#worker = new AlarmWorker(
      queue,
      async ({ data }: Job<AlarmJob, void>) => ring({ ...data, at: new Date(data.at) }),
      {
        connection: this.#connection(),
        concurrency,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
        runRetryDelay: RECONNECT_MILLISECONDS,
      },
      createPostgresBackend,
    );
    this.#worker.on('error', this.#onError);
    this.#worker.on('active', () => {
      this.#failing = false;
    });
    this.#worker.on('failed', (job, error) => logger.error({ alarm: job?.id, err: error }, 'an alarm failed'));
    await this.#worker.waitUntilReady();
  }

  async stop(): Promise<void> {
    await this.#worker?.close();
    this.#worker = null;
  }

  /** Not BullMQ's `obliterate`: it pauses the queue first, which would stay so if this process died right then. */
  async clear(): Promise<void> {
    await this.#queue.drain(true);
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#queue.close();
  }

  /** Once is enough: BullMQ tries on and on while the server is away. */
  readonly #onError = (error: Error): void => {
    this.#options.logger[this.#failing ? 'debug' : 'warn']({ err: error }, 'the alarm clock fails');
    this.#failing = true;
  };

  #connection() {
    return {
      connectionString: this.#options.connectionString,
      schema: SCHEMA,
      max: POOL_SIZE,
      Client: SurvivingClient,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
      query_timeout: ANSWER_MILLISECONDS,
    };
  }
}
