import type { Database } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import type { Announcement } from '../outbox/announcement.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { MIRROR, SHELF } from './shelf.handlers.ts';
import { paperId, parsedAnnouncement, type Entry } from './shelf.events.ts';

/** What a test sees of the test service from outside: the log, the receipts and the facts. */
export class Shelf {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Announces entries as their producer would, in one transaction. @returns the ids of their events */
  async publish(entries: readonly Entry[]): Promise<string[]> {
    const announcements = entries.map(parsedAnnouncement);
    await this.write(announcements);
    return announcements.map(({ eventId }) => eventId);
  }

  async write(announcements: readonly Announcement[]): Promise<void> {
    await this.#database.transaction((tx) => appendToOutbox(tx, announcements));
  }

  /** Waits until every event has been read, and none waits for a retry. */
  async settled(timeout = 120_000): Promise<void> {
    await waitFor(async () => (await this.unsettled()) === 0, { timeout, what: 'the end of all work' });
  }

  /** Events that are not read yet or are still retried. */
  async unsettled(): Promise<number> {
    const [row] = await this.#database.rows<{ count: number }>(
      `SELECT (
         SELECT count(*) FROM unnest($1::text[], $2::text[]) AS reader (consumer, topic) JOIN pipeline.outbox USING (topic)
         LEFT JOIN pipeline.cursor ON cursor.reader = reader.consumer AND cursor.topic = reader.topic
         WHERE (outbox.txid, outbox.id) > (coalesce(cursor.txid, '0'), coalesce(cursor.id, 0))
       )::int + (SELECT count(*) FROM pipeline.inbox WHERE status = 'retrying')::int AS count`,
      [
        [SHELF.consumer, MIRROR.consumer],
        [SHELF.topic, MIRROR.topic],
      ],
    );
    return row?.count ?? 0;
  }

  /** Receipts of the test service by status. */
  async statuses(eventIds?: readonly string[]): Promise<Record<string, number>> {
    const rows = await this.#database.rows<{ status: string; count: number }>(
      `SELECT status, count(*)::int AS count FROM pipeline.inbox
       WHERE consumer = $1 AND ($2::uuid[] IS NULL OR event_id = ANY($2)) GROUP BY status`,
      [SHELF.consumer, eventIds ?? null],
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }

  /** The state of a paper as its service and as its follower have it. */
  async paper(number: number): Promise<{ state: string; mirror: string } | null> {
    const [row] = await this.#database.rows<{ state: string; mirror: string }>(
      `SELECT papers.state, mirror.state AS mirror FROM shelf.papers LEFT JOIN shelf.mirror USING (arxiv_id)
       WHERE arxiv_id = $1`,
      [paperId(number)],
    );
    return row ?? null;
  }

  /** What must hold of the facts once all work has ended; the rest is in `checkInvariants`. */
  async contradictions(): Promise<string[]> {
    const rows = await this.#database.rows<{ what: string }>(`
      SELECT 'not exactly once: ' || consumer || ' ' || event_id || ', ' || times || ' effects' AS what
      FROM pipeline.inbox FULL JOIN shelf.effects USING (consumer, event_id)
      WHERE (status = 'done') IS DISTINCT FROM (times = 1) AND (status IS NULL OR status <> 'dead' OR times IS NOT NULL)
      UNION ALL
      SELECT 'not the fold of its set: ' || papers.arxiv_id
      FROM shelf.papers LEFT JOIN (
        SELECT arxiv_id, coalesce(string_agg(title, '+' ORDER BY title), '') AS state FROM shelf.entries GROUP BY arxiv_id
      ) AS fold USING (arxiv_id)
      WHERE papers.state <> coalesce(fold.state, '')
      UNION ALL
      SELECT 'not followed: ' || arxiv_id FROM shelf.papers LEFT JOIN shelf.mirror USING (arxiv_id)
      WHERE papers.revision > 0 AND (papers.revision, papers.state) IS DISTINCT FROM (mirror.revision, mirror.state)
      UNION ALL
      SELECT 'not announced once: ' || arxiv_id FROM shelf.papers
      WHERE revision <> (SELECT count(*) FROM pipeline.outbox WHERE topic = '${MIRROR.topic}' AND key = arxiv_id)`);
    return rows.map(({ what }) => what);
  }
}
