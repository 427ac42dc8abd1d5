import { randomUUID } from 'node:crypto';
import { encodeEvent, TOPICS, type DiglotEvent, type TopicRecord } from '@diglot/contracts';
import { silentLogger, type Database } from '@diglot/platform';
import { testDatabase, type TestDatabaseOptions } from '@diglot/testing';
import type { Bus, LogRecord, RecordBatch } from '../bus/bus.port.ts';
import { pipelineMigrations } from '../migrations/pipeline-migrations.ts';
import { RetryWorker } from '../retry/retry-worker.ts';
import { Breaker } from '../stage/breaker.ts';
import { StageConsumer } from '../stage/stage-consumer.ts';
import type { StageContext, StageHandlerFunction } from '../stage/stage-handler.decorator.ts';
import type { BatchTimes, Stage, StageRuntime } from '../stage/stage-runtime.ts';
import { ManualClock } from './manual-clock.ts';
import { parsed, type Entry } from './shelf.events.ts';
import { ShelfCreateTables1700000000001 } from './shelf.migration.ts';
import { countEffects } from './shelf.repository.ts';

/** A row of the inbox as a test looks at it. */
export interface ReceiptRow {
  readonly eventId: string;
  readonly status: string;
  readonly attempt: number;
  readonly redrives: number;
  readonly epoch: number;
  readonly key: string;
  readonly headers: Record<string, string> | null;
  readonly payload: Buffer | null;
  readonly errorCode: string | null;
  readonly errorDetail: string | null;
  /** Seconds from now until it is due. */
  readonly dueIn: number | null;
  readonly leased: boolean;
  readonly serviceVersion: string | null;
}

/** A row of the outbox as a test looks at it. */
export interface OutboxRowSeen {
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly payload: Buffer | null;
}

export interface BenchDatabase {
  readonly database: Database;
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A database with the tables of the pipeline and of the test service. */
export async function shelfDatabase(options: TestDatabaseOptions = {}): Promise<BenchDatabase> {
  return testDatabase({ migrations: [...pipelineMigrations, ShelfCreateTables1700000000001], ...options });
}

/** Empties the tables of the pipeline, of the test service and of BullMQ, for tests that look at all of them. */
export async function emptyTables(database: Database): Promise<void> {
  const tables = await database.rows<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('pipeline', 'shelf') OR (schemaname = 'bullmq' AND tablename = 'job')`,
  );
  await database.run(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} CASCADE`);
}

/** One stage without Nest, bus and alarm clock: a consumer and a worker that a test drives step by step. */
export class StageBench {
  /** Of this bench alone, so that many share a database. */
  readonly name = `test.${randomUUID()}`;
  readonly clock = new ManualClock();
  readonly woken: string[] = [];
  /** Places to which the reader was moved, in order. */
  readonly moves: string[] = [];
  readonly fatal: Error[] = [];
  readonly batches: BatchTimes[] = [];
  readonly runtime: StageRuntime;
  readonly stage: Stage;
  readonly consumer: StageConsumer;
  readonly worker: RetryWorker;
  readonly database: Database;
  /** Where a test steps in. */
  prepare: (event: DiglotEvent) => unknown = () => undefined;
  handle: (events: readonly DiglotEvent[], context: StageContext) => ReturnType<StageHandlerFunction> = async () => [];
  #offset = 0;

  constructor(database: Database) {
    this.database = database;
    this.runtime = {
      database,
      bus: { wake: (topics: Iterable<string>) => void this.woken.push(...topics) } as Bus,
      alarms: this.clock,
      logger: silentLogger,
      random: () => 0,
      serviceVersion: '1.2.3',
      onFatal: (error) => void this.fatal.push(error),
      onBatch: (times) => void this.batches.push(times),
    };
    this.stage = {
      reader: { consumer: this.name, topic: TOPICS.paperParsed, events: 100, bytes: 1_000_000 },
      breaker: new Breaker(),
      prepare: async (event) => this.prepare(event),
      handle: async (deliveries, context) => {
        const events = deliveries.map(({ event }) => event);
        const announcements = await this.handle(events, context);
        const ids = events.map(({ id }) => id);
        await countEffects(context.tx, this.name, ids);
        return announcements;
      },
    };
    this.consumer = new StageConsumer(this.stage, this.runtime);
    this.worker = new RetryWorker([this.stage], this.runtime, 60);
    void this.clock.start((alarm) => this.worker.ring(alarm));
  }

  /** A record of the log about an entry. */
  record(entry: Entry, change: Partial<LogRecord> = {}): LogRecord {
    return this.place(encodeEvent(parsed(entry)), change);
  }

  place(record: TopicRecord, change: Partial<LogRecord> = {}): LogRecord {
    this.#offset += 1;
    return { ...record, partition: 3, offset: String(this.#offset), timestamp: 1_741_000_000_000, ...change };
  }

  async deliver(records: readonly LogRecord[], { first = false } = {}): Promise<void> {
    const batch: RecordBatch = {
      records,
      first,
      heartbeat: async () => {},
      moveWithin: async () => {},
      moveAfter: async ({ offset }) => void this.moves.push(offset),
    };
    await this.consumer.deliver(batch);
  }

  /** Receipts an event and leaves it to the worker. @returns its id */
  async receipt(entry: Entry): Promise<string> {
    await this.deliver([this.record(entry)], { first: true });
    return parsed(entry).id;
  }

  async receipts(): Promise<ReceiptRow[]> {
    return this.database.rows<ReceiptRow>(
      `SELECT event_id AS "eventId", status, attempt, redrives, epoch, key, headers, payload, error_code AS "errorCode",
         error_detail AS "errorDetail", extract(epoch FROM next_at - now())::float8 AS "dueIn",
         lease_token IS NOT NULL AS leased, service_version AS "serviceVersion"
       FROM pipeline.inbox WHERE consumer = $1 ORDER BY first_seen, "offset", event_id`,
      [this.name],
    );
  }

  /** The only receipt there is. */
  async onlyReceipt(): Promise<ReceiptRow> {
    const [receipt, ...others] = await this.receipts();
    if (!receipt || others.length > 0) throw new Error(`${others.length + (receipt ? 1 : 0)} receipts`);
    return receipt;
  }

  /** How often each event took effect. */
  async effects(): Promise<Record<string, number>> {
    const rows = await this.database.rows<{ id: string; times: number }>(
      'SELECT event_id AS id, times FROM shelf.effects WHERE consumer = $1',
      [this.name],
    );
    return Object.fromEntries(rows.map(({ id, times }) => [id, times]));
  }

  async deadLetters(): Promise<OutboxRowSeen[]> {
    return this.database.rows<OutboxRowSeen>(
      `SELECT event_id AS "eventId", topic, key, headers, payload FROM pipeline.outbox
       WHERE topic LIKE '%.dlq' AND headers->>'dlq-consumer' = $1 ORDER BY id`,
      [this.name],
    );
  }

  /** Changes the only receipt, as time or another process would. */
  async change(assignments: string): Promise<void> {
    await this.database.run(`UPDATE pipeline.inbox SET ${assignments} WHERE consumer = $1`, [this.name]);
  }
}
