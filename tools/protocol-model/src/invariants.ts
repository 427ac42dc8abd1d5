import {
  PAPERS,
  PATHS,
  ReceiptKey,
  stateId,
  type EntryEvent,
  type Event,
  type EventId,
  type Paper,
  type Path,
  type Topic,
} from './events.ts';
import type { Receipt } from './receipt.ts';
import { ENTRY, fold, MIRROR, PAPER } from './tables.ts';
import type { World } from './world.ts';

/** The invariants of §8, checked against what the run's oracle says once everything has come to rest. */
export function* violationsAtRest(world: World): Generator<string> {
  yield* unreadOrUnsent(world);
  yield* wrongReceipts(world);
  yield* wrongDeadLetters(world);
  for (const path of PATHS) for (const paper of PAPERS) yield* wrongEntries(world, path, paper);
  for (const paper of PAPERS) yield* wrongStates(world, paper);
}

function* unreadOrUnsent(world: World): Generator<string> {
  for (const topic of ['placement', 'entry'] as const) {
    const isUnread = announced(world, topic).some(({ id }) => !world.rows.has(id.receipt));
    if (isUnread) yield 'I1/I6 a reader never saw an event';
  }
  if (world.profile !== 'kafka') return;
  for (const topic of ['placement', 'entry', 'dlq'] as const) {
    const sent = new Set(world.log[topic].map((event) => event?.id));
    if (announced(world, topic).some(({ id }) => !sent.has(id))) yield 'I6 an outbox row was never sent';
  }
}

function* wrongReceipts(world: World): Generator<string> {
  for (const [key, { status, redrives }] of receipts(world)) {
    if (status === 'retrying') yield 'I4 an event is retried for ever';
    if (status !== 'done') continue;
    const { outcomes, heals } = world.fates.of(key);
    if (outcomes.at(-1) !== 'done' && !(heals && redrives > 0)) yield 'I2 done without success';
  }
}

function* wrongDeadLetters(world: World): Generator<string> {
  const expected = new Set<EventId>();
  for (const [key, { status, redrives }] of receipts(world)) {
    const deaths = redrives + Number(status === 'dead');
    for (let death = 0; death < deaths; death++) expected.add(key.deadLetter(death));
  }
  const actual = announced(world, 'dlq');
  if (actual.length !== expected.size || !actual.every(({ id }) => expected.has(id))) {
    yield 'I5 dead letters differ from the dead';
  }
}

function* wrongEntries(world: World, path: Path, paper: Paper): Generator<string> {
  const entry = world.rows.get(ENTRY[path][paper]);
  const placement = newestDone(world, ofPath(announced(world, 'placement'), path));
  if ((entry?.content ?? null) !== (placement?.payload[paper] ?? null)) {
    yield 'I7 entries differ from the newest placement';
  }
  const entries = ofPath(announced(world, 'entry'), path).filter((event) => event.paper === paper);
  if (!areOneTo(entry?.revision ?? 0, entries)) yield 'I2 entries differ from what was announced';
}

function* wrongStates(world: World, paper: Paper): Generator<string> {
  const { revision, content } = world.rows.get(PAPER[paper]) ?? { revision: 0, content: '' };
  const entries = announced(world, 'entry').filter((event) => event.paper === paper);
  const states = announced(world, 'state').filter((event) => event.paper === paper);
  const oracle = fold(PATHS.map((path) => newestDone<EntryEvent>(world, ofPath(entries, path))?.payload ?? null));
  if (content !== oracle) yield 'I7 a state differs from the fold';
  if (!areOneTo(revision, states)) yield 'I2 states differ from what was announced';
  if (revision > 0) {
    const record = world.log.state.findLast((event) => event?.id.subject === paper);
    const isNewest = record?.id.revision === revision && record.payload === content;
    if (world.profile === 'kafka' && !isNewest) yield 'I10 the last record is not the state';
    if (!world.rows.has(stateId(paper, revision).receipt)) yield 'I10 a reader never saw the state';
  }
  const seen = world.rows.get(MIRROR[paper])?.revision ?? 0;
  if (seen !== (newestDone(world, states)?.id.revision ?? 0)) yield 'I7 the mirror is not at its newest revision';
}

/** What was announced on a topic: what its outbox holds. */
function announced<Name extends Topic>(world: World, topic: Name): Extract<Event, { topic: Name }>[] {
  return world.outbox[topic].map(({ event }) => event).filter((event) => isOn(topic, event));
}

function isOn<Name extends Topic>(topic: Name, event: Event): event is Extract<Event, { topic: Name }> {
  return event.topic === topic;
}

function ofPath<Kind extends { readonly path: Path }>(events: readonly Kind[], path: Path): Kind[] {
  return events.filter((event) => event.path === path);
}

/** The newest of the events that their reader has taken. */
function newestDone<Kind extends Event>(world: World, events: readonly Kind[]): Kind | undefined {
  return events
    .filter(({ id }) => world.rows.get(id.receipt)?.status === 'done')
    .reduce<Kind | undefined>((best, each) => (best && best.id.revision > each.id.revision ? best : each), undefined);
}

/** Whether the revisions of the events are 1 to `last`, each once. */
function areOneTo(last: number, events: readonly Event[]): boolean {
  const revisions = new Set(events.map(({ id }) => id.revision));
  return events.length === last && revisions.size === last && Math.max(0, ...revisions) === last;
}

function* receipts(world: World): Generator<[ReceiptKey, Receipt]> {
  for (const key of world.rows.keys()) {
    if (!(key instanceof ReceiptKey)) continue;
    const receipt = world.rows.get(key);
    if (receipt) yield [key, receipt];
  }
}
