import { Alarms } from './alarms.ts';
import {
  DIGESTS,
  PATHS,
  placementEvent,
  POINTER,
  SERVICES,
  stateEvent,
  TOPIC_OF,
  TOPICS,
  type Digest,
  type Event,
  type EventId,
  type PlacementEvent,
  type ReceiptKey,
  type Service,
  type Topic,
} from './events.ts';
import { Fates } from './fates.ts';
import { Rows, tableOf, type Key } from './keys.ts';
import type { Profile, Variant } from './mutants.ts';
import { Process } from './process.ts';
import { consumerOf, type Delivery } from './processes/consumer.ts';
import { relayOf } from './processes/relay.ts';
import { SWEEPER } from './processes/sweeper.ts';
import { WORKER } from './processes/worker.ts';
import { Random } from './random.ts';
import type { Receipt } from './receipt.ts';
import { CURSOR, PAPER, placeOf, type Place } from './tables.ts';
import type { OutboxRow, Transaction } from './transaction.ts';

const CONSUMERS = SERVICES.map(consumerOf);
const RELAYS = TOPICS.map(relayOf);

/** How often an alarm is not set, because Redis is down or hangs. */
const ALARM_LOST = 0.3;

/** Postgres, Redis, Kafka, the clock and the processes of one run. */
export class World {
  readonly random: Random;
  readonly fates: Fates;
  readonly violations = new Set<string>();
  now = 0;
  /** Faults still strike. */
  chaos = true;
  processes: Process[];
  /** Told what happens, if somebody wants to know. */
  trace: ((line: string) => void) | null = null;

  // Postgres
  readonly rows = new Rows();
  /** The inbox rows that are not done. */
  readonly unfinished = new Map<ReceiptKey, Receipt>();
  locks = new Map<Key<unknown>, Transaction>();
  transactions = new Set<Transaction>();
  /** Committed rows, in the order of their places. */
  readonly outbox: Record<Topic, OutboxRow[]> = tableOf(TOPICS, () => []);
  private readonly eventIds = new Set<EventId>();
  private numbers = 0;

  // Redis
  alarms = new Alarms();

  // Kafka; a record lost to compaction leaves a gap
  readonly log: Record<Topic, (Event | null)[]> = tableOf(TOPICS, () => []);
  readonly offsets: Record<Service, Place> = tableOf(SERVICES, () => 0);
  private readonly generations: Record<Service, number> = tableOf(SERVICES, () => 0);
  readonly terms = new Map<Topic, number>();

  /** Advisory locks, each on a connection of its own. */
  leaders = new Map<Topic, Process>();

  /** The order of event ids is arbitrary, but constant. */
  private readonly ranks = new Map<EventId, number>();

  constructor(
    seed: number,
    readonly profile: Profile,
    readonly mutant: Variant = null,
  ) {
    this.random = new Random(seed);
    this.fates = new Fates(this.random);
    for (const event of this.random.shuffle(this.inventPlacements())) {
      const txid = this.nextNumber(); // committed in any order
      this.outbox.placement.push({ place: placeOf(txid, this.nextNumber()), txid, event });
    }
    const sweepers = mutant === 'no_sweeper' ? [] : [SWEEPER];
    const relays = profile === 'kafka' ? RELAYS : [];
    this.processes = [WORKER, WORKER, ...CONSUMERS, ...sweepers, ...relays].map((role) => new Process(this, role));
  }

  /** Of transactions, outbox rows, lease tokens and terms. */
  nextNumber(): number {
    return ++this.numbers;
  }

  /** The deliveries in the order of their event ids. */
  sortedById(deliveries: readonly Delivery[]): Delivery[] {
    const ranked = deliveries.map((delivery) => ({ delivery, rank: this.rankOf(delivery.event.id) }));
    return ranked.sort((one, other) => one.rank - other.rank).map(({ delivery }) => delivery);
  }

  appendToOutbox(row: OutboxRow): void {
    if (this.eventIds.has(row.event.id)) {
      this.violations.add('I2 one event announced twice'); // UNIQUE
      return;
    }
    this.eventIds.add(row.event.id);
    const rows = this.outbox[row.event.topic];
    const after = rows.findLastIndex((other) => other.place < row.place);
    rows.splice(after + 1, 0, row);
  }

  /** §3 `WHERE (txid, id) > cursor AND txid < xmin ORDER BY txid, id LIMIT n`. */
  readOutbox(topic: Topic, cursor: Key<Place>): OutboxRow[] {
    const rows = this.outbox[topic];
    const place = this.rows.get(cursor) ?? 0;
    const last = rows.at(-1);
    if (last === undefined || last.place <= place) return [];
    const xmin = this.mutant === 'no_xmin_guard' ? Infinity : this.xmin();
    const start = rows.findLastIndex((row) => row.place <= place) + 1;
    const limit = this.random.between(1, 3);
    return rows.slice(start, start + limit).filter((row) => row.txid < xmin);
  }

  /** What comes after a consumer's place: in Kafka an offset, embedded its cursor on the outbox. */
  fetch(service: Service, offset: Place): Delivery[] {
    const topic = TOPIC_OF[service];
    if (this.profile === 'embedded') {
      const rows = this.readOutbox(topic, CURSOR[service]);
      return rows.map(({ place, event }) => ({ place, event: this.load(event) }));
    }
    const batch: Delivery[] = [];
    let limit = 0;
    for (let at = offset; at < this.log[topic].length; at++) {
      const event = this.log[topic][at];
      if (!event) continue;
      limit ||= this.random.between(1, 3);
      batch.push({ place: at + 1, event });
      if (batch.length === limit) break;
    }
    return batch;
  }

  /** §4 A pointer becomes the state as it is now, under the id of that revision. */
  load(event: Event): Event {
    if (event.payload !== POINTER) return event;
    const state = this.rows.get(PAPER[event.paper]);
    if (state === undefined) throw new TypeError('a pointer to a state that was never kept');
    const revision = this.mutant === 'state_id_of_pointer' ? event.id.revision : state.revision;
    return stateEvent(event.paper, revision, state.content);
  }

  /** A consumer joins its group, which fences the offsets of older generations. */
  joinGroup(service: Service): number {
    return ++this.generations[service];
  }

  commitOffset(service: Service, generation: number, offset: Place): void {
    if (generation === this.generations[service]) this.offsets[service] = offset;
  }

  /** Whether a relay holds its topic's advisory lock; it takes the lock if it is free. */
  leads(process: Process, topic: Topic): boolean {
    if (!this.leaders.has(topic)) this.leaders.set(topic, process);
    return this.leaders.get(topic) === process;
  }

  /** A producer's term, which fences every older one. */
  openTerm(topic: Topic): number {
    const term = this.nextNumber();
    this.terms.set(topic, term);
    return term;
  }

  send(topic: Topic, records: readonly Event[]): void {
    this.log[topic].push(...records);
  }

  /** Sets the alarm of an event that waits for its next attempt. */
  arm(key: ReceiptKey): void {
    const row = this.rows.get(key);
    if (row?.status !== 'retrying' || (this.chaos && this.random.chance(ALARM_LOST))) return;
    this.alarms.add(this.jobId(key, row), { key, attempt: row.attempt, due: row.nextAt });
  }

  /** A process has died, or seems to have: its job stalls, and it leads no longer. */
  disown(process: Process): void {
    this.alarms.stall(process);
    for (const [topic, leader] of this.leaders) if (leader === process) this.leaders.delete(topic);
  }

  private jobId(key: ReceiptKey, { redrives, attempt, epoch }: Receipt): string {
    if (this.mutant === 'fixed_job_id') return key.eventId.name;
    const attempts = `${key.eventId.name}.${redrives}.${attempt}`;
    return this.mutant === 'job_id_without_epoch' ? attempts : `${attempts}.${epoch}`;
  }

  private xmin(): number {
    let xmin = Infinity;
    for (const { txid } of this.transactions) if (txid > 0 && txid < xmin) xmin = txid;
    return xmin;
  }

  private rankOf(id: EventId): number {
    let rank = this.ranks.get(id);
    if (rank === undefined) this.ranks.set(id, (rank = this.random.fraction()));
    return rank;
  }

  /** One to three revisions of what each path holds, no two alike in a row. */
  private inventPlacements(): PlacementEvent[] {
    return PATHS.flatMap((path) => {
      const history: Digest[] = [];
      for (let left = this.random.between(1, 3); left > 0; left--) {
        const digest = this.random.pick(DIGESTS);
        if (digest !== history.at(-1)) history.push(digest);
      }
      return history.map((digest, before) => placementEvent(path, before + 1, digest));
    });
  }
}
