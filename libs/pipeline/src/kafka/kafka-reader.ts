import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, ConsumerGroupJoinEvent, EachBatchPayload, Kafka } from 'kafkajs';
import { classify, type DiglotError } from '@diglot/domain';
import type { Logger } from '@diglot/platform';
import type { LogRecord, Reader, RecordBatch, Subscription } from '../bus/bus.port.ts';
import { Deliveries } from '../bus/deliveries.ts';
import { Assignment } from './assignment.ts';
import { RETRY } from './create-client.ts';
import { GroupCalls } from './group-calls.ts';
import { classifyKafka } from './kafka-errors.ts';
import { toRecord } from './kafka-record.ts';
import type { KafkaEvent } from './kafka.port.ts';
import { rememberMember } from './same-member.patch.ts';
import { splitRecords } from './split-records.ts';

export interface KafkaReaderOptions {
  readonly kafka: Kafka;
  readonly logger: Logger;
  readonly reader: Reader;
  readonly deliver: (batch: RecordBatch) => Promise<void>;
  readonly onFatal: (error: Error) => void;
  readonly onEvent: (event: KafkaEvent) => void;
  readonly sessionTimeout: number;
  readonly heartbeatInterval: number;
  readonly concurrency: number;
}

/** How long to wait before a batch is delivered again, and before a lost consumer is made anew. */
const UNAVAILABLE_MILLISECONDS = 1000;
/** How long a broker may hold back the answer to a fetch when there is nothing new; a stop waits as long. */
const FETCH_MILLISECONDS = 500;
/** Leaving a group is a courtesy: a broker that does not answer is left without. */
const LEAVE_MILLISECONDS = 5000;
/** Without a sign for so many session timeouts a reader, or a batch, hangs: even an outage gives one every few seconds. */
const DEAD_SESSIONS = 4;

/** One consumer of one topic: a member of its group for as long as there is a broker, made anew whenever it is lost. */
export class KafkaReader implements Subscription {
  readonly reader: Reader;
  readonly #options: KafkaReaderOptions;
  readonly #stop = new AbortController();
  /** What was fetched and is being delivered, in batches. */
  readonly #inHand = new Set<Promise<unknown>>();
  readonly #deliveries = new Deliveries();
  #consumer: Consumer | null = null;
  #endMembership: () => void = () => {};
  /** Its name in the group; null before it has joined. */
  #memberId: string | null = null;
  /** What the group has given to this member; null while it is no member. */
  #assignment: Assignment | null = null;
  #paused = false;
  /** Code of the error after which there is no consumer. */
  #lost: string | null = null;
  #lastSign = performance.now();
  #running: Promise<void> = Promise.resolve();

  constructor(options: KafkaReaderOptions) {
    this.#options = options;
    this.reader = options.reader;
  }

  start(): void {
    this.#running = this.#run();
  }

  pause(): void {
    this.#paused = true;
    if (this.#assignment) this.#consumer?.pause([{ topic: this.reader.topic }]);
  }

  resume(): void {
    this.#paused = false;
    if (this.#assignment) this.#consumer?.resume([{ topic: this.reader.topic }]);
  }

  isLive(): boolean {
    const isMember = this.#assignment !== null && this.#silence() < 2 * this.#options.sessionTimeout;
    return isMember && !this.#paused && this.waitsFor() === null && !this.#stop.signal.aborted;
  }

  waitsFor(): string | null {
    return this.#lost ?? this.#assignment?.waitsFor() ?? null;
  }

  /** A batch of one partition may hang while others go on, so each is looked at by itself. */
  isAlive(): boolean {
    const silence = Math.max(this.#silence(), this.#deliveries.silence());
    return this.#stop.signal.aborted || silence < DEAD_SESSIONS * this.#options.sessionTimeout;
  }

  async stop(): Promise<void> {
    this.#halt();
    await Promise.allSettled(this.#inHand);
    await Promise.race([this.#running, sleep(LEAVE_MILLISECONDS, undefined, { ref: false })]);
  }

  #halt(): void {
    this.#stop.abort();
    this.#endMembership();
  }

  #silence(): number {
    return performance.now() - this.#lastSign;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const thrown = await this.#belong();
      if (thrown !== null) await this.#recover(thrown);
    }
  }

  /** One membership, from the connection to its end. @returns what ended it; null when it was stopped */
  async #belong(): Promise<unknown> {
    const { kafka, sessionTimeout, heartbeatInterval, concurrency } = this.#options;
    const consumer = kafka.consumer({
      groupId: this.reader.consumer,
      sessionTimeout,
      heartbeatInterval,
      maxWaitTimeInMs: FETCH_MILLISECONDS,
      allowAutoTopicCreation: false,
      // A lost consumer is made anew here, where it can be seen and counted.
      retry: { ...RETRY, restartOnFailure: async () => false },
    });
    this.#consumer = consumer;
    const ended = this.#watch(consumer);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [this.reader.topic], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: concurrency,
        eachBatch: (payload) => this.#keep(this.#take(payload)),
      });
      return await ended;
    } catch (thrown) {
      return thrown;
    } finally {
      await consumer.disconnect().catch(() => {});
      this.#assignment?.end();
      this.#assignment = null;
    }
  }

  /** Listens to what happens to a consumer. @returns what it crashed of; null once this reader is stopped */
  async #watch(consumer: Consumer): Promise<unknown> {
    const { GROUP_JOIN, HEARTBEAT, FETCH, FETCH_START, REQUEST_TIMEOUT, REBALANCING } = consumer.events;
    for (const event of [HEARTBEAT, FETCH, FETCH_START, REQUEST_TIMEOUT, REBALANCING] as const) {
      consumer.on(event, () => this.#giveSign());
    }
    consumer.on(GROUP_JOIN, (event) => this.#join(consumer, event));
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload: { partition, lastOffset, batchSize, offsetLag } }) => {
      this.#giveSign();
      this.#report(partition, Number(offsetLag));
      if (batchSize === 0) this.#passMarkers(consumer, partition, lastOffset);
    });
    return new Promise((resolve) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error));
      // A listener of the signal would stay after each consumer that was lost.
      this.#endMembership = () => resolve(null);
    });
  }

  #giveSign(): void {
    this.#lastSign = performance.now();
  }

  #join(consumer: Consumer, { payload: { memberId, memberAssignment, duration } }: ConsumerGroupJoinEvent): void {
    const { topic, consumer: group } = this.reader;
    const partitions = memberAssignment[topic] ?? [];
    this.#giveSign();
    this.#memberId = memberId;
    this.#assignment?.end();
    this.#assignment = new Assignment(partitions);
    if (this.#lost !== null) this.#options.logger.info({ reader: group }, 'reading the log goes on');
    this.#lost = null;
    // The pauses of one partition are those of the assignment before; that of all is the reader's.
    consumer.resume([{ topic }]);
    if (this.#paused) consumer.pause([{ topic }]);
    this.#options.onEvent({ kind: 'assigned', consumer: group, topic, partitions, duration });
  }

  #report(partition: number, records: number): void {
    const { consumer, topic } = this.reader;
    this.#options.onEvent({ kind: 'lag', consumer, topic, partition, records });
  }

  /** Marks of transactions have offsets too: without this the group would lag behind by them for ever. */
  #passMarkers(consumer: Consumer, partition: number, lastOffset: string): void {
    const place = { topic: this.reader.topic, partition, offset: String(BigInt(lastOffset) + 1n) };
    if (this.#assignment?.advance(partition, lastOffset)) consumer.commitOffsets([place]).catch(() => {});
  }

  async #keep(work: Promise<void>): Promise<void> {
    this.#inHand.add(work);
    try {
      await work;
    } finally {
      this.#inHand.delete(work);
    }
  }

  /** Delivers what was fetched of one partition, in batches of the reader's size; never throws for a message's sake. */
  async #take(payload: EachBatchPayload): Promise<void> {
    const assignment = this.#assignment;
    const { topic, partition, messages } = payload.batch;
    const group = new GroupCalls(payload);
    for (const some of splitRecords(messages, ({ value }) => value?.length ?? 0, this.reader)) {
      if (assignment === null || !this.#mayDeliver(assignment, payload)) return;
      const records = some.map((message) => toRecord(topic, partition, message));
      try {
        await this.#deliver(records, assignment, group);
      } catch (thrown) {
        this.#putOff(classify(thrown), assignment, group);
        return;
      }
    }
  }

  #mayDeliver(assignment: Assignment, payload: EachBatchPayload): boolean {
    const isOurs = assignment === this.#assignment && payload.isRunning() && !payload.isStale();
    return isOurs && !this.#paused && !this.#stop.signal.aborted;
  }

  async #deliver(records: readonly LogRecord[], assignment: Assignment, group: GroupCalls): Promise<void> {
    const delivery = this.#deliveries.begin();
    const batch: RecordBatch = {
      records,
      first: assignment.isFirst(group.partition),
      heartbeat: () => {
        delivery.sign();
        return group.heartbeat();
      },
      moveWithin: async () => {},
      moveAfter: async ({ offset }) => {
        // What comes from an assignment that has ended is the business of whoever has the partition now.
        if (assignment !== this.#assignment || !assignment.advance(group.partition, offset)) return;
        await group.commit(offset);
      },
    };
    await this.#options.deliver(batch).finally(() => delivery.end());
    assignment.delivered(group.partition);
  }

  /** Decides about a batch that was not taken. @throws what kafkajs has to hear: that the group wants to be joined again */
  #putOff(error: DiglotError, assignment: Assignment, group: GroupCalls): void {
    const { logger, onFatal } = this.#options;
    if (error.class === 'Fatal') {
      this.#halt();
      onFatal(error);
      return;
    }
    if (group.failure !== null) throw group.failure;
    // Once is enough: it may stay so for hours.
    const level = this.waitsFor() === error.code ? 'debug' : 'warn';
    logger[level]({ code: error.code, reader: this.reader.consumer, err: error }, 'reading the log waits');
    // Nothing is kept in memory meanwhile: what was fetched and not taken is fetched again.
    const resume = this.#paused ? () => {} : group.pause();
    assignment.wait(group.partition, error.code, UNAVAILABLE_MILLISECONDS, () => {
      if (!this.#paused) resume();
    });
  }

  async #recover(thrown: unknown): Promise<void> {
    const { logger, onFatal, onEvent } = this.#options;
    const { consumer, topic } = this.reader;
    const error = classifyKafka(thrown, `reading ${topic}`);
    this.#giveSign();
    if (error.class === 'Fatal') {
      this.#halt();
      onFatal(error);
      return;
    }
    logger[this.#lost === error.code ? 'debug' : 'warn'](
      { code: error.code, reader: consumer, err: thrown },
      error.detail,
    );
    this.#lost = error.code;
    if (this.#memberId !== null) rememberMember(consumer, this.#memberId);
    onEvent({ kind: 'lost', consumer, topic, code: error.code });
    await sleep(UNAVAILABLE_MILLISECONDS, undefined, { signal: this.#stop.signal }).catch(() => {});
  }
}
