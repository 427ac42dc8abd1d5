import { sameEvent, TOPIC_OF, type Event, type ReceiptKey, type Service } from '../events.ts';
import type { Process, Role } from '../process.ts';
import { Receipt } from '../receipt.ts';
import { lockSubjects, settle } from '../services.ts';
import { CURSOR, type Place } from '../tables.ts';
import type { Steps } from '../transaction.ts';
import type { World } from '../world.ts';
import { moveCursor } from './move-cursor.ts';

/** An event at its place in the log. */
export interface Delivery {
  readonly place: Place;
  readonly event: Event;
}

/** How often an error rolls a batch back, so that it is repeated one event at a time. */
const ONE_BY_ONE = 0.1;

/** The consumer of a service. */
export const consumerOf = (service: Service): Role => ({
  name: `consumer of ${TOPIC_OF[service]}`,
  body: (world, process) => consumer(world, process, service),
});

function* consumer(world: World, process: Process, service: Service): Steps<never> {
  const generation = world.joinGroup(service);
  let offset = world.offsets[service];
  let isFirst = world.mutant !== 'handle_first_batch';
  for (;;) {
    const batch = world.fetch(service, offset);
    yield batch.length === 0;
    const receipts: ReceiptKey[] = [];
    for (const group of groupsOf(world, batch)) {
      const { place } = group;
      if (world.mutant === 'commit_offset_first') {
        world.commitOffset(service, generation, place);
        const tx = process.begin();
        yield* moveCursor(tx, CURSOR[service], place);
        yield* process.commit(tx);
      }
      receipts.push(...(yield* receive(world, process, service, group, isFirst)));
      world.commitOffset(service, generation, place); // C3
      offset = place;
      yield;
    }
    isFirst &&= batch.length === 0;
    for (const key of receipts) {
      world.arm(key); // C4 best effort
      yield;
    }
  }
}

/** What is taken in one transaction, and the place that the consumer has reached with it. */
interface Group {
  readonly place: Place;
  readonly deliveries: readonly Delivery[];
}

/** §5 The whole batch; after an error one event at a time, in the order of the log. */
function groupsOf(world: World, batch: readonly Delivery[]): Group[] {
  const isOneByOne = world.chaos && world.random.chance(ONE_BY_ONE);
  const last = batch.at(-1);
  if (last === undefined) return [];
  if (!isOneByOne) return [{ place: last.place, deliveries: batch }];
  const ordered = world.mutant === 'one_by_one_past_gap' ? world.sortedById(batch) : batch;
  return ordered.map((delivery) => ({ place: delivery.place, deliveries: [delivery] }));
}

/**
 * C2: inbox rows, effects, outbox rows, statuses (and the embedded cursor) in one transaction. The first batch after a
 * start or an assignment is only receipted and left to the workers: the process before may have died of it.
 */
function* receive(
  world: World,
  process: Process,
  service: Service,
  group: Group,
  handOver: boolean,
): Steps<ReceiptKey[]> {
  const tx = process.begin();
  const fresh: ReceiptKey[] = [];
  for (const { event } of world.sortedById(group.deliveries)) {
    const key = event.id.receipt;
    if (world.mutant === 'skip_blocked_receipt' && world.locks.has(key)) continue;
    if (world.mutant === 'no_inbox') tx.write(key, undefined);
    if (yield* tx.insert(key, Receipt.of(event))) fresh.push(key);
    else if (!sameEvent(tx.get(key).event, event)) world.violations.add('I6 one id, two contents');
  }
  yield;
  if (!handOver) {
    yield* lockSubjects(world, tx, fresh);
    for (const key of fresh) {
      const receipt = tx.get(key).with({ attempt: 1 });
      tx.write(key, receipt);
      settle(world, tx, key, world.fates.handle(key, receipt));
    }
  }
  if (world.profile === 'embedded') yield* moveCursor(tx, CURSOR[service], group.place);
  yield* process.commit(tx);
  return fresh;
}
