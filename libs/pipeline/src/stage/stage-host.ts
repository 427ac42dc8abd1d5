import { lastValueFrom, isObservable } from 'rxjs';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { DiglotError } from '@diglot/domain';
import type { Reader, Subscription } from '../bus/bus.port.ts';
import type { Announcement } from '../outbox/announcement.ts';
import { Retention } from '../retention/retention.ts';
import { RetryWorker } from '../retry/retry-worker.ts';
import { Sweeper } from '../retry/sweeper.ts';
import { Breaker } from './breaker.ts';
import { StageConsumer } from './stage-consumer.ts';
import { STAGE_TRANSPORT, type StageExtras } from './stage-handler.decorator.ts';
import type { Stage, StageRuntime } from './stage-runtime.ts';

export interface StageHostOptions extends StageRuntime {
  /** What this process reads. Each needs exactly one handler, and a consumer of its own. */
  readonly readers: readonly Reader[];
  /** How long an attempt may take before another worker may take it over; 60 by default. */
  readonly leaseSeconds?: number;
  /** Time between two sweeps; 5 by default. */
  readonly sweepSeconds?: number;
  /** How long a swept alarm is trusted before it is set again; 60 by default. */
  readonly armedSeconds?: number;
  /** Time between two removals of old rows; 3600 by default. */
  readonly retentionSeconds?: number;
  /** How long the log is kept, in days; 14 by default. */
  readonly logDays?: number;
  /**
   * How long receipts are kept, in days; 30 by default. Longer than any log keeps its records, so that whatever comes
   * again is known.
   */
  readonly receiptDays?: number;
}

const BROKEN = 'half of its last results are bugs';

/**
 * The protocol as a Nest transporter: it subscribes this process's readers to the bus and runs their handlers, retry
 * workers, sweeper and retention.
 */
export class StageHost extends Server implements CustomTransportStrategy {
  override readonly transportId = STAGE_TRANSPORT;
  /** Failures come back to the stage, which decides; Nest is not to log them as lost. */
  override readonly propagatesEventHandlerErrors = true;
  readonly #options: StageHostOptions;
  readonly #declared: StageExtras[] = [];
  readonly #sweeper: Sweeper;
  readonly #retention: Retention;
  #stages: readonly Stage[] = [];
  #worker: RetryWorker | null = null;
  /** By consumer. */
  readonly #subscriptions = new Map<string, Subscription>();

  constructor(options: StageHostOptions) {
    super();
    this.#options = options;
    const { readers, sweepSeconds = 5, armedSeconds = 60 } = options;
    const { retentionSeconds = 3600, logDays = 14, receiptDays = 30 } = options;
    const consumers = readers.map(({ consumer }) => consumer);
    this.#sweeper = new Sweeper({ ...options, consumers, armedSeconds, intervalSeconds: sweepSeconds });
    this.#retention = new Retention({ ...options, logDays, receiptDays, intervalSeconds: retentionSeconds });
  }

  override addHandler(pattern: unknown, callback: MessageHandler, isEvent = false, extras = {}): void {
    this.#declared.push(extras as StageExtras);
    super.addHandler(pattern, callback, isEvent, extras);
  }

  /**
   * @throws DiglotError `DIGLOT_HANDLER_MISSING` when a reader has no handler, or two, or a handler no reader, or two
   *   readers are one consumer
   */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      await this.#start();
    } catch (error) {
      callback(error);
      return;
    }
    callback();
  }

  /** Readers stop first, then the workers, then the sweeper; each after what it has in hand. */
  async close(): Promise<void> {
    await this.stopConsumers();
    await this.stopWorkers();
  }

  async stopConsumers(): Promise<void> {
    await Promise.all([...this.#subscriptions.values()].map((subscription) => subscription.stop()));
  }

  async stopWorkers(): Promise<void> {
    this.#worker?.stop();
    await this.#options.alarms.stop();
    await this.#sweeper.stop();
    await this.#retention.stop();
  }

  /** Names of readers that do not read, for `/readyz`: without a place in the log, paused, or with an open breaker. */
  notReady(): readonly string[] {
    return this.#options.readers
      .map(({ consumer }) => consumer)
      .filter((consumer) => !this.#subscriptions.get(consumer)?.isLive());
  }

  /** Why each of them does not: its breaker is open, or the code of the error that it waits out. */
  reasons(): readonly string[] {
    return this.notReady().map((consumer) => {
      const stage = this.#stages.find(({ reader }) => reader.consumer === consumer);
      if (stage?.breaker.isOpen) return `${consumer} is paused: ${BROKEN}`;
      const code = this.#subscriptions.get(consumer)?.waitsFor();
      return code ? `${consumer} waits: ${code}` : `${consumer} does not read`;
    });
  }

  /** Why only a restart helps, for `/livez`; null: it does not need one. */
  hangs(): string | null {
    const hanging = [...this.#subscriptions].filter(([, subscription]) => !subscription.isAlive());
    if (hanging.length === 0) return null;
    return `DIGLOT_READER_HANGS: ${hanging.map(([consumer]) => consumer).join(', ')}`;
  }

  on(): never {
    throw new Error('the stage host has no events of a client library');
  }

  unwrap<T>(): T {
    throw new Error('the stage host wraps no client library');
  }

  async #start(): Promise<void> {
    const { readers, alarms, leaseSeconds = 60 } = this.#options;
    this.#refuseStrayHandlers();
    this.#refuseSharedConsumers();
    this.#stages = readers.map((reader) => this.#stage(reader));
    const worker = new RetryWorker(this.#stages, this.#options, leaseSeconds);
    this.#worker = worker;
    await alarms.start((alarm) => worker.ring(alarm));
    this.#sweeper.start();
    this.#retention.start();
    await Promise.all(this.#stages.map((stage) => this.#subscribe(stage)));
  }

  async #subscribe(stage: Stage): Promise<void> {
    const consumer = new StageConsumer(stage, this.#options);
    const subscription = await this.#options.bus.subscribe(stage.reader, (batch) => consumer.deliver(batch));
    this.#subscriptions.set(stage.reader.consumer, subscription);
    // Workers began before, so it may have opened by now.
    if (stage.breaker.isOpen) subscription.pause();
  }

  #pause(consumer: string): void {
    this.#options.logger.error({ consumer }, `it pauses until a restart: ${BROKEN}`);
    this.#subscriptions.get(consumer)?.pause();
  }

  #stage(reader: Reader): Stage {
    const handle = this.#callback(reader, 'handle');
    if (!handle) throw handlerError(reader, 'no handler');
    const prepare = this.#callback(reader, 'prepare');
    return {
      reader,
      breaker: new Breaker(() => this.#pause(reader.consumer)),
      prepare: prepare && ((event) => run(prepare, event, undefined)),
      handle: async (deliveries, context) => (await run(handle, deliveries, context)) as readonly Announcement[],
    };
  }

  #callback(reader: Reader, phase: StageExtras['phase']): MessageHandler | null {
    const matching = this.#declared.filter(
      ({ consumer, topic, phase: declared }) =>
        consumer === reader.consumer && topic === reader.topic && declared === phase,
    );
    if (matching.length > 1) throw handlerError(reader, `${matching.length} methods to ${phase}`);
    return this.messageHandlers.get(`${reader.consumer}/${reader.topic}/${phase}`) ?? null;
  }

  #refuseStrayHandlers(): void {
    const known = new Set(this.#options.readers.map(({ consumer, topic }) => `${consumer}/${topic}`));
    const stray = this.#declared.find(({ consumer, topic }) => !known.has(`${consumer}/${topic}`));
    if (stray) throw handlerError(stray, 'a handler, but this process does not read it');
  }

  /** Alarms, leases and breakers are a consumer's, so it can have one handler only. */
  #refuseSharedConsumers(): void {
    const { readers } = this.#options;
    const shared = readers.find(({ consumer }, at) => readers.findIndex((each) => each.consumer === consumer) < at);
    if (shared) throw handlerError(shared, 'a consumer that reads another topic already');
  }
}

/** Nest hands back a promise, of a value or of an observable of one. */
async function run(callback: MessageHandler, payload: unknown, context: unknown): Promise<unknown> {
  const result: unknown = await callback(payload, context);
  return isObservable(result) ? lastValueFrom(result) : result;
}

function handlerError({ consumer, topic }: { consumer: string; topic: string }, what: string): DiglotError {
  return new DiglotError('DIGLOT_HANDLER_MISSING', `${consumer} on ${topic} has ${what}`);
}
