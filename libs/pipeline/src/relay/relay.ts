import { setTimeout as sleep } from 'node:timers/promises';
import { deadLetterTopic } from '@diglot/contracts';
import { classify, type DiglotError } from '@diglot/domain';
import type { Database, Logger, Session, Transaction } from '@diglot/platform';
import { adoptLog } from '../bus/adopt-log.statement.ts';
import { loadPointers } from '../bus/load-pointers.ts';
import { moveCursor } from '../bus/move-cursor.statement.ts';
import { openCursor } from '../bus/open-cursor.statement.ts';
import type { OutboxPosition } from '../bus/outbox-position.ts';
import { toLogRecord } from '../bus/outbox-record.ts';
import type { PointerLoader } from '../bus/pointer-loader.ts';
import { readOutbox } from '../bus/read-outbox.statement.ts';
import { Wakeable } from '../bus/wakeable.ts';
import type { LogRecord } from '../bus/bus.port.ts';
import { failpoint } from '../failpoints/failpoint.ts';
import { redrivenRecord } from './redriven-record.statement.ts';
import type { RelaySender } from './relay-sender.port.ts';
import { SEND_BYTES, sendChecked } from './send-checked.ts';
import { RELAY_CONSUMER, bury, markSent, setAside, withoutValue } from './set-aside.ts';
import { tryRelayLock } from './try-relay-lock.statement.ts';

export interface RelaySettings {
  readonly topic: string;
  readonly database: Database;
  readonly logger: Logger;
  readonly pollMilliseconds: number;
  /** Time after an error, or between two tries to lead; 1000 by default. */
  readonly retryMilliseconds?: number;
  /** Time between two looks for what was redriven; 5000 by default. */
  readonly resendMilliseconds?: number;
  /** Goes into dead letters. */
  readonly serviceVersion?: string;
  /** For a topic of pointers; its sender must be one that fences. */
  readonly load: PointerLoader | null;
  /** Makes the sender of a new term. */
  readonly openSender: () => Promise<RelaySender>;
  readonly onFatal: (error: Error) => void;
  /** Told of every batch that was sent; its duration in milliseconds. */
  readonly onRelayed: (records: number, duration: number) => void;
}

/** The name of every relay's cursor; there is one for each topic. */
const READER = RELAY_CONSUMER;
/** Rows read at once. */
const BATCH = { events: 500, bytes: SEND_BYTES };
const RETRY_MILLISECONDS = 1000;
/** How often a leader looks for records that were set aside and are to be sent after all. */
const RESEND_MILLISECONDS = 5000;
/** How the name of a topic of dead letters ends. */
const DEAD_LETTERS = deadLetterTopic('');

/**
 * Carries one topic of the outbox to the log. Of all processes one leads, by an advisory lock on a connection of its own;
 * any error ends its term, and the next one begins where the cursor is: a batch may be sent twice, with the same ids.
 */
export class Relay {
  readonly topic: string;
  readonly #settings: RelaySettings;
  readonly #wakeable = new Wakeable();
  readonly #stop = new AbortController();
  #leads = false;
  /** How many rows are still to be sent alone, because some of them together, or one of them, was too large. */
  #alone = 0;
  /** The place of a dead letter that can only be sent without its value. */
  #bare: string | null = null;
  #resendAt = 0;
  /** Code of the error that it waits out. */
  #waitsFor: string | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(settings: RelaySettings) {
    this.#settings = settings;
    this.topic = settings.topic;
  }

  start(): void {
    this.#running = this.#run();
  }

  wake(): void {
    this.#wakeable.wake();
  }

  leads(): boolean {
    return this.#leads;
  }

  waitsFor(): string | null {
    return this.#waitsFor;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        const session = await this.#lead();
        if (session) await this.#serve(session);
        else await this.#standBy();
      } catch (thrown) {
        await this.#recover(classify(thrown));
      }
    }
  }

  /** @returns null when another process leads */
  async #lead(): Promise<Session | null> {
    const session = await this.#settings.database.session();
    try {
      if (await tryRelayLock(session, this.topic)) return session;
    } catch (thrown) {
      await session.release();
      throw thrown;
    }
    await session.release();
    return null;
  }

  async #standBy(): Promise<void> {
    this.#waitsFor = null;
    await this.#pause();
  }

  /** One term, until it is stopped, its lock is lost, or something fails. */
  async #serve(session: Session): Promise<void> {
    const { openSender, pollMilliseconds } = this.#settings;
    let sender: RelaySender | null = null;
    try {
      sender = await openSender();
      let position = await this.#open();
      this.#leads = true;
      this.#goOn();
      while (!this.#stop.signal.aborted && !session.lost.aborted) {
        const next = await this.#relay(sender, position);
        if (next !== null) position = next;
        else if (!(await this.#resend(sender))) await this.#wakeable.wait(pollMilliseconds);
      }
    } finally {
      this.#leads = false;
      await sender?.close();
      await session.release();
    }
  }

  async #open(): Promise<OutboxPosition> {
    const { database, logger } = this.#settings;
    const renewed = await adoptLog(database, this.topic);
    if (renewed > 0) logger.warn({ topic: this.topic }, 'the log comes from another cluster: it is sent again');
    return openCursor(database, READER, this.topic);
  }

  #goOn(): void {
    if (this.#waitsFor !== null) this.#settings.logger.info({ topic: this.topic }, 'relaying goes on');
    this.#waitsFor = null;
  }

  /** Sends the next batch. @returns the place behind it; null when there was nothing to send */
  async #relay(sender: RelaySender, position: OutboxPosition): Promise<OutboxPosition | null> {
    const { database, onRelayed } = this.#settings;
    const rows = await readOutbox(database, this.topic, position, this.#alone > 0 ? { ...BATCH, events: 1 } : BATCH);
    const last = rows.at(-1)?.position;
    if (!last) return null;
    const begun = performance.now();
    const move = (tx: Transaction): Promise<void> => moveCursor(tx, READER, this.topic, last);
    failpoint('relay.before-send');
    await this.#send(
      sender,
      rows.map((row) => toLogRecord(this.topic, row)),
      (records, error) => this.#refused(records, error, move),
    );
    failpoint('relay.sent');
    await database.transaction(move);
    this.#alone = Math.max(0, this.#alone - 1);
    onRelayed(rows.length, performance.now() - begun);
    return last;
  }

  /** @param onRefused told of records that are too large, before the error ends the term */
  async #send(
    sender: RelaySender,
    records: readonly LogRecord[],
    onRefused: (records: readonly LogRecord[], error: DiglotError) => Promise<void>,
  ): Promise<void> {
    const { load } = this.#settings;
    const sending = await sender.begin();
    let outgoing = records.map((record) => (record.offset === this.#bare ? withoutValue(record) : record));
    try {
      // Only now that any older leader is fenced: what is loaded cannot be older than what it may still have sent.
      if (load) outgoing = await loadPointers(records, load);
      await sendChecked(sender, sending, outgoing);
      await sending.commit();
    } catch (thrown) {
      await sending.abort();
      const error = classify(thrown);
      if (error.code === 'DIGLOT_EVENT_TOO_LARGE') await onRefused(outgoing, error);
      throw error;
    }
  }

  /** A batch is tried row by row; a row by itself is set aside, so that it does not stand in the way for ever. */
  async #refused(
    records: readonly LogRecord[],
    error: DiglotError,
    move: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    const { database, logger, serviceVersion = '' } = this.#settings;
    const [record] = records;
    if (!record || records.length > 1) {
      this.#alone = BATCH.events;
    } else if (this.topic.endsWith(DEAD_LETTERS)) {
      this.#bare = record.offset;
    } else {
      logger.error({ code: error.code, topic: this.topic, key: record.key }, 'an event is set aside');
      await database.transaction(async (tx) => {
        await setAside(tx, record, error, serviceVersion);
        await move(tx);
      });
    }
  }

  /** Sends a record that was set aside and redriven. @returns whether there was one */
  async #resend(sender: RelaySender): Promise<boolean> {
    const { database, resendMilliseconds = RESEND_MILLISECONDS, serviceVersion = '' } = this.#settings;
    if (performance.now() < this.#resendAt) return false;
    const receipt = await redrivenRecord(database, this.topic);
    if (receipt === null) {
      this.#resendAt = performance.now() + resendMilliseconds;
      return false;
    }
    const record: LogRecord = { ...receipt, value: receipt.payload, timestamp: receipt.firstSeen.getTime() };
    await this.#send(sender, [record], (_, error) =>
      database.transaction((tx) => bury(tx, receipt, error, serviceVersion)),
    );
    await database.transaction((tx) => markSent(tx, receipt));
    return true;
  }

  async #recover(error: DiglotError): Promise<void> {
    const { logger, onFatal } = this.#settings;
    if (error.class === 'Fatal') {
      this.#stop.abort();
      onFatal(error);
      return;
    }
    if (error.class === 'Stale') {
      logger.warn({ topic: this.topic, err: error }, 'another relay leads; the batch in hand is dropped');
      return this.#standBy();
    }
    // It has been dealt with, and another term begins behind it.
    if (error.code === 'DIGLOT_EVENT_TOO_LARGE') return;
    // Once is enough: it may stay so for hours.
    const level = this.#waitsFor === error.code ? 'debug' : 'warn';
    this.#waitsFor = error.code;
    logger[level]({ code: error.code, topic: this.topic, err: error }, 'relaying waits');
    await this.#pause();
  }

  async #pause(): Promise<void> {
    const { retryMilliseconds = RETRY_MILLISECONDS } = this.#settings;
    await sleep(retryMilliseconds, undefined, { signal: this.#stop.signal }).catch(() => {});
  }
}
