import { setTimeout as sleep } from 'node:timers/promises';
import { classify, type DiglotError } from '@diglot/domain';
import type { Database, Logger, Session } from '@diglot/platform';
import { adoptLog } from '../bus/adopt-log.statement.ts';
import { loadPointers } from '../bus/load-pointers.ts';
import { moveCursor } from '../bus/move-cursor.statement.ts';
import { openCursor } from '../bus/open-cursor.statement.ts';
import type { OutboxPosition } from '../bus/outbox-position.ts';
import { toLogRecord } from '../bus/outbox-record.ts';
import type { PointerLoader } from '../bus/pointer-loader.ts';
import { readOutbox, type OutboxRow } from '../bus/read-outbox.statement.ts';
import { Wakeable } from '../bus/wakeable.ts';
import { failpoint } from '../failpoints/failpoint.ts';
import type { RelaySender } from './relay-sender.port.ts';
import { SEND_BYTES, sendChecked } from './send-checked.ts';
import { tryRelayLock } from './try-relay-lock.statement.ts';

export interface RelaySettings {
  readonly topic: string;
  readonly database: Database;
  readonly logger: Logger;
  readonly pollMilliseconds: number;
  /** Time after an error, or between two tries to lead; 1000 by default. */
  readonly retryMilliseconds?: number;
  /** For a topic of pointers; its sender must be one that fences. */
  readonly load: PointerLoader | null;
  /** Makes the sender of a new term. */
  readonly openSender: () => Promise<RelaySender>;
  readonly onFatal: (error: Error) => void;
  /** Told of every batch that was sent; its duration in milliseconds. */
  readonly onRelayed: (records: number, duration: number) => void;
}

/** The name of every relay's cursor; there is one for each topic. */
const READER = 'diglot.relay';
/** Rows read at once. */
const BATCH = { events: 500, bytes: SEND_BYTES };
const RETRY_MILLISECONDS = 1000;

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
        if (next === null) await this.#wakeable.wait(pollMilliseconds);
        else position = next;
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
    const rows = await readOutbox(database, this.topic, position, BATCH);
    const last = rows.at(-1)?.position;
    if (!last) return null;
    const begun = performance.now();
    failpoint('relay.before-send');
    await this.#send(sender, rows);
    failpoint('relay.sent');
    await database.transaction((tx) => moveCursor(tx, READER, this.topic, last));
    onRelayed(rows.length, performance.now() - begun);
    return last;
  }

  async #send(sender: RelaySender, rows: readonly OutboxRow[]): Promise<void> {
    const { load } = this.#settings;
    const records = rows.map((row) => toLogRecord(this.topic, row));
    const sending = await sender.begin();
    try {
      // Only now that any older leader is fenced: what is loaded cannot be older than what it may still have sent.
      await sendChecked(sender, sending, load ? await loadPointers(records, load) : records);
      await sending.commit();
    } catch (thrown) {
      await sending.abort();
      throw thrown;
    }
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
