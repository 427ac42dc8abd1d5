import {
  deadLetter,
  entryEvent,
  PAPERS,
  PATHS,
  POINTER,
  stateEvent,
  type EntryEvent,
  type Event,
  type PlacementEvent,
  type ReceiptKey,
  type StateEvent,
} from './events.ts';
import type { Key, Versioned } from './keys.ts';
import { ENTRY, fold, MEMBER, MIRROR, PAPER, PARSED } from './tables.ts';
import type { Steps, Transaction } from './transaction.ts';
import type { World } from './world.ts';

/** Attempts that an event has before it is dead. */
export const MAX_ATTEMPTS = 3;

/** The wait after the n-th attempt is n times this many steps. */
export const BACKOFF = 10;

/** How a handler's attempt ends, unless the event kills its process. */
export type Result = 'done' | 'transient' | 'invalid';

/** The row to lock before the effects of an event are decided: the subject of what is *written*, not of what is read. */
function subjectOf(event: Event): Key<unknown> {
  switch (event.topic) {
    case 'placement':
      return PARSED[event.path];
    case 'entry':
      return PAPER[event.paper];
    case 'state':
      return MIRROR[event.paper];
    case 'dlq':
      throw new TypeError('nobody consumes dead letters');
  }
}

/** The effects of an event, inside C2 or R4. */
function decide(world: World, tx: Transaction, event: Event): void {
  switch (event.topic) {
    case 'placement':
      return parse(world, tx, event);
    case 'entry':
      return index(world, tx, event);
    case 'state':
      return mirror(world, tx, event);
    case 'dlq':
      throw new TypeError('nobody consumes dead letters');
  }
}

/** §1 The revision guard. */
function isStale(world: World, stored: Versioned<unknown> | undefined, event: Event): boolean {
  return stored !== undefined && stored.revision >= event.id.revision && world.mutant !== 'no_revision_guard';
}

/** The parser: a revision of a placement in; the entries that changed out, each with a revision of its own. */
function parse(world: World, tx: Transaction, event: PlacementEvent): void {
  if (isStale(world, tx.read(PARSED[event.path]), event)) return;
  tx.write(PARSED[event.path], { revision: event.id.revision, content: null });
  for (const paper of PAPERS) {
    const key = ENTRY[event.path][paper];
    const old = tx.read(key);
    const text = event.payload[paper] ?? null;
    if (text === (old?.content ?? null)) continue; // §1 unchanged: nothing; a retraction is a revision too
    const revision = (old?.revision ?? 0) + 1;
    tx.write(key, isDeleted(world, text) ? undefined : { revision, content: text });
    tx.publish(entryEvent(event.path, paper, revision, text));
  }
}

/** The indexer: an entry in; if the fold over its paper's set changed, a pointer to the new state out. */
function index(world: World, tx: Transaction, event: EntryEvent): void {
  const key = MEMBER[event.paper][event.path];
  if (isStale(world, tx.read(key), event)) return;
  const member = { revision: event.id.revision, content: event.payload };
  tx.write(key, isDeleted(world, event.payload) ? undefined : member);
  const state = fold(PATHS.map((path) => tx.read(MEMBER[event.paper][path])?.content ?? null));
  const old = tx.read(PAPER[event.paper]);
  if (state === (old?.content ?? '')) return;
  const revision = (old?.revision ?? 0) + 1;
  tx.write(PAPER[event.paper], { revision, content: state });
  tx.publish(stateEvent(event.paper, revision, world.mutant === 'state_payload_in_outbox' ? state : POINTER));
}

/** Somebody downstream keeps the newest state of every paper. */
function mirror(world: World, tx: Transaction, event: StateEvent): void {
  if (isStale(world, tx.read(MIRROR[event.paper]), event)) return;
  tx.write(MIRROR[event.paper], { revision: event.id.revision, content: event.payload });
}

function isDeleted(world: World, text: string | null): boolean {
  return text === null && world.mutant === 'retraction_deletes_row';
}

/** §5 C2: locks the subjects of what may be written, `FOR UPDATE`, in key order; *then* the set is read. */
export function* lockSubjects(world: World, tx: Transaction, keys: readonly ReceiptKey[]): Steps {
  if (world.mutant === 'read_before_lock') tx.takeSnapshot();
  if (world.mutant === 'no_subject_lock') return;
  const subjects = new Set(keys.map((key) => subjectOf(tx.get(key).event)));
  for (const subject of [...subjects].sort(byName)) yield* tx.lock(subject);
}

/** The outcome of an attempt and its effects, in one transaction (I2); the lease ends. */
export function settle(world: World, tx: Transaction, key: ReceiptKey, result: Result): void {
  const held = tx.get(key);
  const receipt = world.mutant === 'lease_outlives_settle' ? held : held.with({ leaseToken: 0, leaseUntil: 0 });
  if (result === 'done') {
    decide(world, tx, receipt.event);
    tx.write(key, receipt.with({ status: 'done' }));
  } else if (result === 'transient' && receipt.attempt < MAX_ATTEMPTS) {
    tx.write(key, receipt.with({ nextAt: world.now + BACKOFF * receipt.attempt }));
  } else {
    tx.write(key, receipt.with({ status: 'dead' })); // §5 dead, with its dead letter in the outbox
    tx.publish(deadLetter(key, world.mutant === 'dead_id_without_redrives' ? 0 : receipt.redrives));
  }
}

function byName(one: Key<unknown>, other: Key<unknown>): number {
  return one.name < other.name ? -1 : Number(one.name > other.name);
}
