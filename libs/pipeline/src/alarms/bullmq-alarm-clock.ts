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
type AlarmQueue = Queue<
  AlarmJob,
  void,
  string,
  AlarmJob,
  void,
  string,
  PostgresQueueBackend,
  PostgresConnectionOptions
>;
type AlarmWorker = Worker<AlarmJob, void, string, PostgresQueueBackend, JobProgress, PostgresConnectionOptions>;

/** The schema of BullMQ's own tables. */
const SCHEMA = 'bullmq';
/** Each BullMQ object has a pool of its own beside the one of the application. */
const POOL_SIZE = 2;
/** A set of alarms is best effort: the sweeper sets what is missing, so nobody waits longer for the clock. */
export const SET_MILLISECONDS = 250;

/** BullMQ on its PostgreSQL backend: the clock of the embedded profile. */
export class BullmqAlarmClock implements AlarmClock {
  readonly #options: BullmqAlarmClockOptions;
  readonly #queue: AlarmQueue;
  #worker: AlarmWorker | null = null;

  constructor(options: BullmqAlarmClockOptions) {
    this.#options = options;
    this.#queue = new Queue<
      AlarmJob,
      void,
      string,
      AlarmJob,
      void,
      string,
      PostgresQueueBackend,
      PostgresConnectionOptions
    >(options.queue, { connection: { ...this.#connection(), migrate: true } }, createPostgresBackend);
    this.#queue.on('error', (error) => options.logger.warn({ err: error }, 'the alarm clock cannot be set'));
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
    this.#worker = new Worker<AlarmJob, void, string, PostgresQueueBackend, JobProgress, PostgresConnectionOptions>(
      queue,
      async ({ data }: Job<AlarmJob, void>) => ring({ ...data, at: new Date(data.at) }),
      { connection: this.#connection(), concurrency, removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
      createPostgresBackend,
    );
    this.#worker.on('error', (error) => logger.warn({ err: error }, 'the alarm clock does not ring'));
    this.#worker.on('failed', (job, error) => logger.error({ alarm: job?.id, err: error }, 'an alarm failed'));
    await this.#worker.waitUntilReady();
  }

  async stop(): Promise<void> {
    await this.#worker?.close();
    this.#worker = null;
  }

  async clear(): Promise<void> {
    await this.#queue.obliterate({ force: true });
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#queue.close();
  }

  #connection(): { connectionString: string; schema: string; max: number } {
    return { connectionString: this.#options.connectionString, schema: SCHEMA, max: POOL_SIZE };
  }
}
