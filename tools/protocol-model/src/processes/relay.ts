import { labelOf, type Event, type EventId, type Topic } from '../events.ts';
import type { Process, Role } from '../process.ts';
import { RELAY_CURSOR, type Place } from '../tables.ts';
import { Crash, type OutboxRow, type Steps } from '../transaction.ts';
import type { World } from '../world.ts';
import { moveCursor } from './move-cursor.ts';

/** `INVALID_PRODUCER_EPOCH`. */
const FENCED = new Crash('fenced');

/** A Kafka transaction is several round trips: so many steps between loading and sending. */
const ROUND_TRIPS = 4;

/** The relay of a topic. */
export const relayOf = (topic: Topic): Role => ({
  name: `relay of ${topic}`,
  body: (world, process) => relay(world, process, topic),
});

/**
 * §3 One leader per topic: read, send, then advance. §4 On the state topic it opens its term (kafkajs: the first
 * `transaction()`) before it loads; Kafka refuses the records of every older term.
 */
function* relay(world: World, process: Process, topic: Topic): Steps<never> {
  let term = 0;
  for (;;) {
    const leads = world.leads(process, topic);
    yield !leads;
    if (leads && world.mutant !== 'load_before_fence') term = world.openTerm(topic);
    while (world.leaders.get(topic) === process) {
      const rows = world.readOutbox(topic, RELAY_CURSOR[topic]);
      const last = rows.at(-1);
      yield last === undefined;
      if (last === undefined) continue;
      if (world.mutant === 'advance_cursor_first') yield* advance(process, topic, last.place);
      const records = load(world, topic, rows);
      for (let trip = 0; trip < ROUND_TRIPS; trip++) yield;
      term ||= world.openTerm(topic);
      if (topic === 'state' && term !== world.terms.get(topic) && world.mutant !== 'no_state_fence') throw FENCED;
      world.send(topic, records);
      world.trace?.(`${process.name}: sends ${records.map(labelOf).join('; ')}`);
      yield;
      yield* advance(process, topic, last.place);
    }
  }
}

/** The records of a batch: one per event; on the state topic one per paper, with its state as it is now. */
function load(world: World, topic: Topic, rows: readonly OutboxRow[]): Event[] {
  const distinct = new Map<string | EventId, Event>();
  for (const { event } of rows) distinct.set(topic === 'state' ? event.id.subject : event.id, event);
  return [...distinct.values()].map((event) => world.load(event));
}

function* advance(process: Process, topic: Topic, place: Place): Steps {
  const tx = process.begin();
  yield* moveCursor(tx, RELAY_CURSOR[topic], place);
  yield* process.commit(tx);
}
