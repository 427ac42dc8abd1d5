import { Key, tableOf } from './keys.ts';
import type { Receipt } from './receipt.ts';

/** The topics, in the order of a paper's way; `dlq` stands for the dead letters of all of them. */
export const TOPICS = ['placement', 'entry', 'state', 'dlq'] as const;
export type Topic = (typeof TOPICS)[number];

/** The consumers, each with a topic of its own. */
export const SERVICES = ['parser', 'indexer', 'mirror'] as const;
export type Service = (typeof SERVICES)[number];

/** The topic that a service reads. Every topic has one reader, so the event id alone names an inbox row. */
export const TOPIC_OF = { parser: 'placement', indexer: 'entry', mirror: 'state' } as const satisfies Record<
  Service,
  Topic
>;

/** The paths of the one source, and the papers that its files may print. */
export const PATHS = ['a.md', 'b.md'] as const;
export type Path = (typeof PATHS)[number];
export const PAPERS = ['P', 'Q'] as const;
export type Paper = (typeof PAPERS)[number];

/** What a file holds: a text for some of the papers. */
export type Digest = Partial<Readonly<Record<Paper, string>>>;

/** What a file may hold at one revision. */
export const DIGESTS: readonly Digest[] = [{}, { P: 'x' }, { P: 'y' }, { P: 'x', Q: 'x' }, { P: 'y', Q: 'y' }];

/** The payload of a state in the outbox: whoever reads it loads the state as it is then (§4). */
export const POINTER = Symbol('pointer');

/** The identity of an event: topic, subject and revision, which stand for `uuidv5(type, subject, revision)`. */
export class EventId {
  /** The key of its row in the inbox of the topic's only consumer. */
  readonly receipt: ReceiptKey;
  readonly name: string;

  constructor(
    readonly topic: Topic,
    readonly subject: string,
    readonly revision: number,
  ) {
    this.name = `${topic} ${subject} r${revision}`;
    this.receipt = new ReceiptKey(this);
  }
}

/** The key of an inbox row. */
export class ReceiptKey extends Key<Receipt> {
  /** The id of the dead letter that this event leaves behind after so many redrives. */
  readonly deadLetter: (redrives: number) => EventId;

  constructor(readonly eventId: EventId) {
    super(`inbox of ${eventId.name}`);
    this.deadLetter = identities('dlq', () => eventId.name);
  }
}

interface Announced<Name extends Topic, Payload> {
  readonly topic: Name;
  readonly id: EventId;
  readonly payload: Payload;
}

/** What one path holds. */
export interface PlacementEvent extends Announced<'placement', Digest> {
  readonly path: Path;
}

/** What one path prints about one paper; `null` retracts it. */
export interface EntryEvent extends Announced<'entry', string | null> {
  readonly path: Path;
  readonly paper: Paper;
}

/** The state of a paper. */
export interface StateEvent extends Announced<'state', string | typeof POINTER> {
  readonly paper: Paper;
}

/** That an event is dead. */
export type DeadLetter = Announced<'dlq', null>;

export type Event = PlacementEvent | EntryEvent | StateEvent | DeadLetter;

const PLACEMENT_IDS = tableOf(PATHS, (path) => identities('placement', () => path));
const ENTRY_IDS = tableOf(PATHS, (path) =>
  tableOf(PAPERS, (paper) => identities('entry', () => `${paper} in ${path}`)),
);
const STATE_IDS = tableOf(PAPERS, (paper) => identities('state', () => paper));

/** The ids of the facts about one subject, by revision. */
export const placementId = (path: Path, revision: number): EventId => PLACEMENT_IDS[path](revision);
export const entryId = (path: Path, paper: Paper, revision: number): EventId => ENTRY_IDS[path][paper](revision);
export const stateId = (paper: Paper, revision: number): EventId => STATE_IDS[paper](revision);

export function placementEvent(path: Path, revision: number, payload: Digest): PlacementEvent {
  return { topic: 'placement', id: placementId(path, revision), payload, path };
}

export function entryEvent(path: Path, paper: Paper, revision: number, payload: string | null): EntryEvent {
  return { topic: 'entry', id: entryId(path, paper, revision), payload, path, paper };
}

export function stateEvent(paper: Paper, revision: number, payload: StateEvent['payload']): StateEvent {
  return { topic: 'state', id: stateId(paper, revision), payload, paper };
}

export function deadLetter(key: ReceiptKey, redrives: number): DeadLetter {
  return { topic: 'dlq', id: key.deadLetter(redrives), payload: null };
}

/** Whether two records say the same: the same id and the same content. */
export function sameEvent(one: Event, other: Event): boolean {
  return one.id === other.id && one.payload === other.payload;
}

/** An event's id and content, for a trace. */
export function labelOf({ id, payload }: Event): string {
  if (payload === POINTER) return `${id.name} (pointer)`;
  return id.topic === 'dlq' ? id.name : `${id.name} = ${JSON.stringify(payload)}`;
}

/** One object per id, made when it is first asked for and kept for all runs: there are few. */
function identities(topic: Topic, subject: () => string): (revision: number) => EventId {
  const known: EventId[] = [];
  return (revision) => (known[revision] ??= new EventId(topic, subject(), revision));
}
