import { PAPERS, PATHS, SERVICES, TOPICS, type Paper, type Path, type Service, type Topic } from './events.ts';
import { keyTable, tableOf, type Versioned } from './keys.ts';

/** What an entry says of a paper: its text, or `null` when it was retracted. */
export type Text = string | null;

/** The parser's: the newest placement that it has read of each path. */
export const PARSED = keyTable<Path, Versioned<null>>(PATHS, (path) => `parsed ${path}`);

/** The parser's: what each path prints of each paper. */
export const ENTRY = tableOf(PATHS, (path) =>
  keyTable<Paper, Versioned<Text>>(PAPERS, (paper) => `entry ${paper} in ${path}`),
);

/** The indexer's: the newest entry of each paper in each path. */
export const MEMBER = tableOf(PAPERS, (paper) =>
  keyTable<Path, Versioned<Text>>(PATHS, (path) => `member ${paper} in ${path}`),
);

/** The indexer's: the state of each paper. */
export const PAPER = keyTable<Paper, Versioned<string>>(PAPERS, (paper) => `paper ${paper}`);

/** The newest state that somebody downstream has seen of each paper. */
export const MIRROR = keyTable<Paper, Versioned<unknown>>(PAPERS, (paper) => `mirror ${paper}`);

/** How far each consumer has read the outbox (embedded profile). */
export const CURSOR = keyTable<Service, Place>(SERVICES, (service) => `cursor of ${service}`);

/** How far each topic's relay has read the outbox (kafka profile). */
export const RELAY_CURSOR = keyTable<Topic, Place>(TOPICS, (topic) => `cursor of the relay of ${topic}`);

/**
 * A place in the outbox: the pair (txid, id) as one number, which orders as Postgres orders the pair. A Kafka offset is
 * a place too. Both counters stay far below 2^26 in a run.
 */
export type Place = number;

const IDS = 2 ** 26;

export const placeOf = (txid: number, id: number): Place => txid * IDS + id;

/** The fold over the set of a paper's live texts, in a form that `===` can compare. */
export function fold(texts: readonly Text[]): string {
  return texts
    .filter((text) => text !== null)
    .toSorted()
    .join();
}
