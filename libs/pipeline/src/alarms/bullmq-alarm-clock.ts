import { DiglotError } from '@diglot/domain';
import type { Logger } from '@diglot/platform';
import { alarmId, type Alarm, type AlarmClock } from './alarm-clock.port.ts';
import type { AlarmBackend, AlarmWorker } from './alarm-backend.ts';
import { refusalOf } from './alarm-refusal.ts';
import { postgresAlarms } from './postgres-alarms.backend.ts';
import { redisAlarms } from './redis-alarms.backend.ts';

export interface BullmqAlarmClockOptions {
  /** One queue per service. */
  readonly queue: string;
  /** Of what keeps the alarms: `postgres://`, `redis://`, or `rediss://` for TLS. */
  readonly connectionString: string;
  /** The certificate as PEM of who signed the server's, where Node does not trust it by itself; only for `rediss://`. */
  readonly authority?: string;
  readonly concurrency: number;
  readonly logger: Logger;
  /** Told once that the server does not let this client in: it has to exit with 1. */
  readonly onFatal: (error: Error) => void;
}

/** BullMQ as the clock, on Redis or on PostgreSQL. */
export class BullmqAlarmClock implements AlarmClock {
  readonly #options: BullmqAlarmClockOptions;
  readonly #backend: AlarmBackend;
  #worker: AlarmWorker | null = null;
  readonly #ringing = new Set<Promise<void>>();
  #failing = false;
  #refused = false;

  constructor(options: BullmqAlarmClockOptions) {
    this.#options = options;
    const { queue, connectionString: url, authority } = options;
    this.#backend = isRedis(url)
      ? redisAlarms(queue, { url, ...(authority === undefined ? {} : { authority }), onError: this.#onError })
      : postgresAlarms(queue, url);
    this.#backend.queue.on('error', this.#onError);
  }

  /** @throws DiglotError `DIGLOT_ALARMS_UNAVAILABLE` when it is known to be away; what the server says otherwise */
  async set(alarms: readonly Alarm[]): Promise<void> {
    if (!this.#backend.isReady()) throw new DiglotError('DIGLOT_ALARMS_UNAVAILABLE', 'there is no connection to it');
    const now = Date.now();
    await this.#backend.queue.addBulk(
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
    const { concurrency, logger } = this.#options;
    await this.#backend.prepare();
    const worker = await this.#backend.openWorker(async (job) => {
      const rings = ring({ ...job, at: new Date(job.at) });
      this.#ringing.add(rings);
      await rings.finally(() => this.#ringing.delete(rings));
    }, concurrency);
    this.#worker = worker;
    worker.on('error', this.#onError);
    worker.on('active', () => {
      this.#failing = false;
    });
    worker.on('failed', (job, error) => logger.error({ alarm: job?.id, err: error }, 'an alarm failed'));
  }

  async stop(): Promise<void> {
    // Without a connection no job can be finished, and BullMQ would wait for one for ever; what rings still ends.
    await this.#worker?.close(!this.#backend.isReady());
    await Promise.allSettled(this.#ringing);
    this.#worker = null;
  }

  /** Not BullMQ's `obliterate`: it pauses the queue first, which would stay so if this process died right then. */
  async clear(): Promise<void> {
    await this.#backend.queue.drain(true);
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#backend.queue.close();
    await this.#backend.close();
  }

  /** Once is enough: BullMQ tries on and on while the server is away. */
  readonly #onError = (error: Error): void => {
    if (this.#refused) return;
    const refusal = refusalOf(error);
    if (refusal !== null) {
      this.#refused = true;
      this.#options.onFatal(refusal);
      return;
    }
    this.#options.logger[this.#failing ? 'debug' : 'warn']({ err: error }, 'the alarm clock fails');
    this.#failing = true;
  };
}

function isRedis(url: string): boolean {
  return /^rediss?:/.test(url);
}
