import { lastValueFrom, isObservable } from 'rxjs';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { DiglotError } from '@diglot/domain';
import type { Reader, Subscription } from '../bus/bus.port.ts';
import type { Announcement } from '../outbox/announcement.ts';
import { RetryWorker } from '../retry/retry-worker.ts';
import { Sweeper } from '../retry/sweeper.ts';
import { Breaker } from './breaker.ts';
import { StageConsumer } from './stage-consumer.ts';
import { STAGE_TRANSPORT, type StageExtras } from './stage-handler.decorator.ts';
import type { Stage, StageRuntime } from './stage-runtime.ts';

export interface StageHostOptions extends StageRuntime {
  /** What this process reads. Each needs exactly one handler. */
  readonly readers: readonly Reader[];
  readonly leaseSeconds: number;
  readonly sweepSeconds: number;
}

/**
 * The protocol as a Nest transporter: it subscribes this process's readers to the bus and runs their handlers, retry
 * workers and sweeper.
 */
export class StageHost extends Server implements CustomTransportStrategy {
  override readonly transportId = STAGE_TRANSPORT;
  /** Failures come back to the stage, which decides; Nest is not to log them as lost. */
  override readonly propagatesEventHandlerErrors = true;
  readonly #options: StageHostOptions;
  readonly #declared: StageExtras[] = [];
  #stages: readonly Stage[] = [];
  #subscriptions: readonly Subscription[] = [];
  #sweeper: Sweeper | null = null;

  constructor(options: StageHostOptions) {
    super();
    this.#options = options;
  }

  override addHandler(pattern: unknown, callback: MessageHandler, isEvent = false, extras = {}): void {
    this.#declared.push(extras as StageExtras);
    super.addHandler(pattern, callback, isEvent, extras);
  }

  /** @throws DiglotError `DIGLOT_HANDLER_MISSING` when a reader has no handler, or two, or a handler no reader */
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
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
  }

  async stopWorkers(): Promise<void> {
    await this.#options.alarms.stop();
    await this.#sweeper?.stop();
  }

  /** Names of readers that do not read, for `/readyz`: without a place in the log, paused, or with an open breaker. */
  notReady(): readonly string[] {
    const live = new Set(this.#subscriptions.filter((each) => each.isLive()).map((each) => each.reader.consumer));
    return this.#options.readers.map(({ consumer }) => consumer).filter((consumer) => !live.has(consumer));
  }

  on(): never {
    throw new Error('the stage host has no events of a client library');
  }

  unwrap<T>(): T {
    throw new Error('the stage host wraps no client library');
  }

  async #start(): Promise<void> {
    const { readers, alarms, database, logger, leaseSeconds, sweepSeconds } = this.#options;
    this.#refuseStrayHandlers();
    this.#stages = readers.map((reader) => this.#stage(reader));
    const worker = new RetryWorker(this.#stages, this.#options, leaseSeconds);
    await alarms.start((alarm) => worker.ring(alarm));
    const consumers = readers.map(({ consumer }) => consumer);
    this.#sweeper = new Sweeper({ database, alarms, logger, consumers, intervalSeconds: sweepSeconds });
    this.#sweeper.start();
    this.#subscriptions = await Promise.all(this.#stages.map((stage) => this.#subscribe(stage)));
  }

  async #subscribe(stage: Stage): Promise<Subscription> {
    const consumer = new StageConsumer(stage, this.#options);
    const subscription = await this.#options.bus.subscribe(stage.reader, async (batch) => {
      await consumer.deliver(batch);
      if (!stage.breaker.isOpen) return;
      this.#options.logger.error({ consumer: stage.reader.consumer }, 'half of the last results are bugs: it pauses');
      subscription.pause();
    });
    return subscription;
  }

  #stage(reader: Reader): Stage {
    const handle = this.#callback(reader, 'handle');
    if (!handle) throw handlerError(reader, 'no handler');
    const prepare = this.#callback(reader, 'prepare');
    return {
      reader,
      breaker: new Breaker(),
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
}

/** Nest hands back a promise, of a value or of an observable of one. */
async function run(callback: MessageHandler, payload: unknown, context: unknown): Promise<unknown> {
  const result: unknown = await callback(payload, context);
  return isObservable(result) ? lastValueFrom(result) : result;
}

function handlerError({ consumer, topic }: { consumer: string; topic: string }, what: string): DiglotError {
  return new DiglotError('DIGLOT_HANDLER_MISSING', `${consumer} on ${topic} has ${what}`);
}
