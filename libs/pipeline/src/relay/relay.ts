import { setTimeout as sleep } from 'node:timers/promises';
import { classify, type DiglotError } from '@diglot/domain';
import type { Session } from '@diglot/platform';
import { adoptLog } from '../bus/adopt-log.statement.ts';
import { forgetOtherProfile } from '../bus/forget-other-profile.statement.ts';
import { openCursor } from '../bus/open-cursor.statement.ts';
import type { OutboxPosition } from '../bus/outbox-position.ts';
import { Wakeable } from '../bus/wakeable.ts';
import { Outgoing, type OutgoingSettings } from './outgoing.ts';
import type { RelaySender } from './relay-sender.port.ts';
import { RELAY_CONSUMER } from './set-aside.ts';
import { tryRelayLock } from './try-relay-lock.statement.ts';

export interface RelaySettings extends OutgoingSettings {
  readonly pollMilliseconds: number;
  /** Time after an error, or between two tries to lead; 1000 by default. */
  readonly retryMilliseconds?: number;
  /** Makes the sender of a new term. */
  readonly openSender: () => Promise<RelaySender>;
  readonly onFatal: (error: Error) => void;
}

const RETRY_MILLISECONDS = 1000;

/**
 * Carries one topic of the outbox to the log. Of all processes one leads, by an advisory lock on a connection of its own;
 * any error ends its term, and the next one begins where the cursor is: a batch may be sent twice, with the same ids.
 */
export class Relay {
  readonly topic: string;
  readonly #settings: RelaySettings;
  readonly #outgoing: Outgoing;
  readonly #wakeable = new Wakeable();
  readonly #stop = new AbortController();
  #leads = false;
  /** Code of the error that it waits out. */
  #waitsFor: string | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(settings: RelaySettings) {
    this.#settings = settings;
    this.#outgoing = new Outgoing(settings);
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
    let leads = false;
    try {
      leads = await tryRelayLock(session, this.topic);
      return leads ? session : null;
    } finally {
      if (!leads) await session.release();
    }
  }

  async #standBy(): Promise<void> {
    this.#waitsFor = null;
    await this.#pause();
  }

  /** One term, until it is stopped, its lock is lost, or something fails. */
  async #serve(session: Session): Promise<void> {
    const { pollMilliseconds } = this.#settings;
    let sender: RelaySender | null = null;
    try {
      sender = await this.#openSender();
      if (sender === null) return;
      let position = await this.#open();
      this.#leads = true;
      this.#goOn();
      while (!this.#stop.signal.aborted && !session.lost.aborted) {
        const next = await this.#outgoing.relay(sender, position);
        if (next !== null) position = next;
        else if (!(await this.#outgoing.resend(sender))) await this.#wakeable.wait(pollMilliseconds);
      }
    } finally {
      this.#leads = false;
      await sender?.close();
      await session.release();
    }
  }

  /** Connecting may take as long as the log is away, and a stop does not wait for that. @returns null when it was stopped */
  async #openSender(): Promise<RelaySender | null> {
    const { signal } = this.#stop;
    if (signal.aborted) return null;
    const opening = this.#settings.openSender();
    const { promise: stopped, resolve } = deferredNull();
    signal.addEventListener('abort', resolve, { once: true });
    try {
      const sender = await Promise.race([opening, stopped]);
      if (sender === null) opening.then((late) => late.close()).catch(() => {});
      return sender;
    } finally {
      signal.removeEventListener('abort', resolve);
    }
  }

  async #open(): Promise<OutboxPosition> {
    const { database, logger } = this.#settings;
    const renewed = await adoptLog(database, this.topic);
    if (renewed > 0) logger.warn({ topic: this.topic }, 'the log comes from another cluster: it is sent again');
    const forgotten = await forgetOtherProfile(database, this.topic, 'the relay');
    if (forgotten > 0)
      logger.info({ topic: this.topic, readers: forgotten }, 'readers of the embedded profile are gone');
    return openCursor(database, RELAY_CONSUMER, this.topic);
  }

  #goOn(): void {
    if (this.#waitsFor !== null) this.#settings.logger.info({ topic: this.topic }, 'relaying goes on');
    this.#waitsFor = null;
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

function deferredNull(): { readonly promise: Promise<null>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<null>((settle) => {
    resolve = () => settle(null);
  });
  return { promise, resolve };
}
