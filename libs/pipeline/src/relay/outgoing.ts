import { deadLetterTopic } from '@diglot/contracts';
import { classify, type DiglotError } from '@diglot/domain';
import type { Database, Logger, Transaction } from '@diglot/platform';
import type { LogRecord } from '../bus/bus.port.ts';
import { loadPointers } from '../bus/load-pointers.ts';
import { moveCursor } from '../bus/move-cursor.statement.ts';
import type { OutboxPosition } from '../bus/outbox-position.ts';
import { toLogRecord } from '../bus/outbox-record.ts';
import type { PointerLoader } from '../bus/pointer-loader.ts';
import { readOutbox } from '../bus/read-outbox.statement.ts';
import { failpoint } from '../failpoints/failpoint.ts';
import { redrivenRecord } from './redriven-record.statement.ts';
import type { RelaySender } from './relay-sender.port.ts';
import { SEND_BYTES, sendChecked } from './send-checked.ts';
import { RELAY_CONSUMER, bury, markSent, setAside, withoutValue } from './set-aside.ts';

/** What a leader works with; all of a relay's terms. */
export interface OutgoingSettings {
  readonly topic: string;
  readonly database: Database;
  readonly logger: Logger;
  /** Time between two looks for what was redriven; 5000 by default. */
  readonly resendMilliseconds?: number;
  /** Goes into dead letters. */
  readonly serviceVersion?: string;
  /** For a topic of pointers; its sender must be one that fences. */
  readonly load: PointerLoader | null;
  /** Told of every batch that was sent; its duration in milliseconds. */
  readonly onRelayed: (records: number, duration: number) => void;
}

/** Rows read at once. */
const BATCH = { events: 500, bytes: SEND_BYTES };
/** How often a leader looks for records that were set aside and are to be sent after all. */
const RESEND_MILLISECONDS = 5000;
/** How the name of a topic of dead letters ends. */
const DEAD_LETTERS = deadLetterTopic('');

/** Sends rows of the outbox with the sender of a term, and remembers across terms what was too large. */
export class Outgoing {
  readonly #settings: OutgoingSettings;
  /** How many rows are still to be sent alone, because some of them together, or one of them, was too large. */
  #alone = 0;
  /** The place of a dead letter that can only be sent without its value. */
  #bare: string | null = null;
  #resendAt = 0;

  constructor(settings: OutgoingSettings) {
    this.#settings = settings;
  }

  /** Sends the next batch. @returns the place behind it; null when there was nothing to send */
  async relay(sender: RelaySender, position: OutboxPosition): Promise<OutboxPosition | null> {
    const { topic, database, onRelayed } = this.#settings;
    const rows = await readOutbox(database, topic, position, this.#alone > 0 ? { ...BATCH, events: 1 } : BATCH);
    const last = rows.at(-1)?.position;
    if (!last) return null;
    const begun = performance.now();
    const move = (tx: Transaction): Promise<void> => moveCursor(tx, RELAY_CONSUMER, topic, last);
    failpoint('relay.before-send');
    await this.#send(
      sender,
      rows.map((row) => toLogRecord(topic, row)),
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
    const { topic, database, logger, serviceVersion = '' } = this.#settings;
    const [record] = records;
    if (!record || records.length > 1) {
      this.#alone = BATCH.events;
    } else if (topic.endsWith(DEAD_LETTERS)) {
      this.#bare = record.offset;
    } else {
      logger.error({ code: error.code, topic, key: record.key }, 'an event is set aside');
      await database.transaction(async (tx) => {
        await setAside(tx, record, error, serviceVersion);
        await move(tx);
      });
    }
  }

  /** Sends a record that was set aside and redriven. @returns whether there was one */
  async resend(sender: RelaySender): Promise<boolean> {
    const { topic, database, resendMilliseconds = RESEND_MILLISECONDS, serviceVersion = '' } = this.#settings;
    if (performance.now() < this.#resendAt) return false;
    const receipt = await redrivenRecord(database, topic);
    if (receipt === null) {
      this.#resendAt = performance.now() + resendMilliseconds;
      return false;
    }
    const record: LogRecord = { ...receipt, value: receipt.payload, timestamp: receipt.firstSeen.getTime() };
    await this.#send(sender, [record], (_, error) =>
      database.transaction((tx) => bury(tx, receipt, error, serviceVersion)),
    );
    await database.transaction((tx) => markSent(tx, receipt, serviceVersion));
    return true;
  }
}
