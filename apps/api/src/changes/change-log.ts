import { Injectable } from '@nestjs/common';
import { EVENT_CONTRACTS, deadLetterTopic } from '@diglot/contracts';
import { Database } from '@diglot/platform';

/** A place in the log, as the ids of events say it. */
export interface LogPlace {
  readonly txid: string;
  readonly id: string;
}

/** What was announced on one topic since a place. */
export interface TopicChanges {
  readonly topic: string;
  readonly count: number;
  /** The keys of it, each once, at most {@link SHOWN_KEYS}. */
  readonly keys: readonly string[];
}

export interface Changes {
  readonly place: LogPlace;
  readonly topics: readonly TopicChanges[];
}

/** Every topic of ours. */
export const CHANGE_TOPICS: readonly string[] = Object.values(EVENT_CONTRACTS).flatMap(({ topic }) => [
  topic,
  deadLetterTopic(topic),
]);

const SHOWN_KEYS = 100;
/** Rows of a topic that are read at once. */
const ROWS = 2_000;

/** Rows of open transactions are left for later, as every reader of the log does (docs/protocol.md, 3). */
const READ = `
  SELECT found.topic, found.key, found.txid, found.id
  FROM unnest($1::text[]) AS wanted (topic)
  CROSS JOIN LATERAL (
    SELECT topic, key, txid, id FROM pipeline.outbox_view
    WHERE topic = wanted.topic AND (txid, id) > ($2::xid8, $3::bigint)
      AND txid < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY txid, id LIMIT ${ROWS}
  ) AS found
  ORDER BY found.txid, found.id LIMIT ${ROWS}`;

const END = `
  SELECT txid, id FROM (
    SELECT last.txid, last.id FROM unnest($1::text[]) AS wanted (topic)
    CROSS JOIN LATERAL (
      SELECT txid, id FROM pipeline.outbox_view
      WHERE topic = wanted.topic AND txid < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY txid DESC, id DESC LIMIT 1
    ) AS last
  ) AS ends ORDER BY txid DESC, id DESC LIMIT 1`;

const BEHIND = `
  SELECT count(*)::int AS count FROM (
    SELECT FROM pipeline.outbox_view
    WHERE topic = ANY($1) AND (txid, id) > ($2::xid8, $3::bigint) LIMIT $4
  ) AS rows`;

interface LogRow extends LogPlace {
  readonly topic: string;
  readonly key: string;
}

/** What is announced, for whoever watches. */
@Injectable()
export class ChangeLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Where the log ends now. */
  async end(): Promise<LogPlace> {
    const [row] = await this.#database.rows<LogPlace>(END, [CHANGE_TOPICS]);
    return row ?? { txid: '0', id: '0' };
  }

  /** Whether more than so many announcements stand behind a place. */
  async isFarBehind({ txid, id }: LogPlace, limit: number): Promise<boolean> {
    const [row] = await this.#database.rows<{ count: number }>(BEHIND, [CHANGE_TOPICS, txid, id, limit + 1]);
    return (row?.count ?? 0) > limit;
  }

  /** @returns null when nothing was announced since */
  async since(place: LogPlace): Promise<Changes | null> {
    const rows = await this.#database.rows<LogRow>(READ, [CHANGE_TOPICS, place.txid, place.id]);
    const last = rows.at(-1);
    if (!last) return null;
    return { place: { txid: last.txid, id: last.id }, topics: byTopic(rows) };
  }
}

function byTopic(rows: readonly LogRow[]): TopicChanges[] {
  const topics = new Map<string, { count: number; keys: Set<string> }>();
  for (const { topic, key } of rows) {
    const changes = topics.get(topic) ?? { count: 0, keys: new Set() };
    changes.count += 1;
    if (changes.keys.size < SHOWN_KEYS) changes.keys.add(key);
    topics.set(topic, changes);
  }
  return [...topics].map(([topic, { count, keys }]) => ({ topic, count, keys: [...keys] }));
}
