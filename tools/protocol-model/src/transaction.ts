import { labelOf, ReceiptKey, type Event } from './events.ts';
import { Rows, type Key } from './keys.ts';
import { placeOf, type Place } from './tables.ts';
import type { World } from './world.ts';

/**
 * What a process does, step by step: at every `yield` it may be killed, paused, doubled or cut off. It yields `true`
 * when it has found nothing to do.
 */
export type Steps<Result = void> = Generator<boolean | undefined, Result, void>;

/** Ends one process: its connection is lost, its producer is fenced, or its event kills it. */
export class Crash extends Error {}

const CONNECTION_LOST = new Crash('connection lost');

/** A row of the outbox. */
export interface OutboxRow {
  readonly place: Place;
  readonly txid: number;
  readonly event: Event;
}

/**
 * A transaction at READ COMMITTED: a txid at its first lock, all its effects visible at one instant, its row locks held
 * to the end.
 */
export class Transaction {
  /** 0 until the first lock. */
  txid = 0;
  outbox: OutboxRow[] = [];
  private committed: Rows;
  private readonly writes = new Rows();
  private readonly locked: Key<unknown>[] = [];

  constructor(private readonly world: World) {
    this.committed = world.rows;
    world.transactions.add(this);
  }

  /** `SELECT … FOR UPDATE`. */
  *lock(key: Key<unknown>): Steps {
    while (this.isBlockedAt(key)) yield;
    this.txid ||= this.world.nextNumber();
    if (this.world.locks.get(key) === this) return;
    this.world.locks.set(key, this);
    this.locked.push(key);
  }

  /** `INSERT … ON CONFLICT DO NOTHING`, which waits for another's uncommitted row; whether a row was inserted. */
  *insert<Row>(key: Key<Row>, row: Row): Steps<boolean> {
    while (this.isBlockedAt(key)) yield;
    if (this.read(key) !== undefined) return false;
    yield* this.lock(key);
    this.write(key, row);
    return true;
  }

  read<Row>(key: Key<Row>): Row | undefined {
    const own = this.writes.get(key);
    return own !== undefined || this.writes.has(key) ? own : this.committed.get(key);
  }

  /** A row that must be there. */
  get<Row>(key: Key<Row>): Row {
    const row = this.read(key);
    if (row === undefined) throw new TypeError(`no row under ${key.name}`);
    return row;
  }

  /** A mutant's: from now on it sees what is committed now, and no longer what is committed at each moment. */
  takeSnapshot(): void {
    this.committed = new Rows(this.committed);
  }

  /** Writes a row, or deletes it (`undefined`). */
  write<Row>(key: Key<Row>, row: Row | undefined): void {
    this.writes.set(key, row);
  }

  /** Puts an event into the outbox. The row's txid and id are taken now, not at the commit. */
  publish(event: Event): void {
    this.outbox.push({ place: placeOf(this.txid, this.world.nextNumber()), txid: this.txid, event });
  }

  commit(): void {
    this.assertOpen();
    for (const key of this.writes.keys()) {
      if (key instanceof ReceiptKey) this.commitReceipt(key);
      this.world.rows.set(key, this.writes.get(key));
    }
    for (const row of this.outbox) this.world.appendToOutbox(row);
    this.end();
  }

  /** A rollback, unless it was committed. */
  end(): void {
    if (!this.world.transactions.delete(this)) return;
    for (const key of this.locked) this.world.locks.delete(key);
  }

  /** What it writes, for a trace. */
  summary(): string {
    const rows = [...this.writes.keys()].map((key) => {
      const receipt = key instanceof ReceiptKey ? this.writes.get(key) : undefined;
      return receipt ? `${key.name}: ${receipt.status}, attempt ${receipt.attempt}` : key.name;
    });
    return [...rows, ...this.outbox.map(({ event }) => `outbox: ${labelOf(event)}`)].join('; ') || 'nothing';
  }

  private commitReceipt(key: ReceiptKey): void {
    const before = this.world.rows.get(key);
    const after = this.writes.get(key);
    if (before && after && before.status !== 'retrying' && before.redrives === after.redrives) {
      this.world.violations.add('I3 one event settled twice');
    }
    if (after === undefined || after.status === 'done') this.world.unfinished.delete(key);
    else this.world.unfinished.set(key, after);
  }

  private isBlockedAt(key: Key<unknown>): boolean {
    this.assertOpen();
    const holder = this.world.locks.get(key);
    return holder !== undefined && holder !== this;
  }

  private assertOpen(): void {
    if (!this.world.transactions.has(this)) throw CONNECTION_LOST;
  }
}
