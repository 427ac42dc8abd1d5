import { Inject, Injectable } from '@nestjs/common';
import { TOPICS } from '@diglot/contracts';
import { Database } from '@diglot/platform';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';

export interface StageFlow {
  readonly consumer: string;
  readonly topic: string;
  readonly announced: number;
  readonly settled: number;
  readonly oldestRetrySeconds: number | null;
}

export interface Durations {
  readonly p50: number | null;
  readonly p99: number | null;
  readonly count: number;
}

const STAGES = `
  SELECT reader.consumer, reader.topic,
    (SELECT count(*)::int FROM pipeline.outbox_view AS outbox
     WHERE outbox.topic = reader.topic AND outbox.created_at > now() - make_interval(mins => $3)) AS announced,
    (SELECT count(*)::int FROM pipeline.inbox_view AS receipt
     WHERE receipt.consumer = reader.consumer AND receipt.topic = reader.topic AND receipt.status = 'done'
       AND receipt.updated_at > now() - make_interval(mins => $3)) AS settled,
    (SELECT extract(epoch FROM now() - min(receipt.first_seen))::float8 FROM pipeline.inbox_view AS receipt
     WHERE receipt.consumer = reader.consumer AND receipt.topic = reader.topic AND receipt.status = 'retrying'
    ) AS "oldestRetrySeconds"
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS reader (consumer, topic, place)
  ORDER BY reader.place`;

/** How many of the latest are looked at: enough for a percentile, and no more work in a backfill than at rest. */
const SAMPLE = 5_000;

const LATENCIES = `
  SELECT consumer, percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS p50,
    percentile_cont(0.99) WITHIN GROUP (ORDER BY seconds) AS p99, count(*)::int AS count
  FROM unnest($1::text[], $2::text[]) AS reader (consumer, topic)
  CROSS JOIN LATERAL (
    SELECT extract(epoch FROM greatest(receipt.updated_at - outbox.created_at, interval '0'))::float8 AS seconds
    FROM (
      SELECT event_id, updated_at FROM pipeline.inbox_view AS receipt
      WHERE receipt.consumer = reader.consumer AND receipt.topic = reader.topic AND status = 'done'
        AND updated_at > now() - make_interval(mins => $3)
      ORDER BY updated_at DESC LIMIT ${SAMPLE}
    ) AS receipt
    JOIN pipeline.outbox_view AS outbox USING (event_id)
  ) AS settled
  GROUP BY consumer`;

/** From the change of a placement to the last of its papers in search. */
const END_TO_END = `
  WITH receipts AS MATERIALIZED (
    SELECT key, max(updated_at) AS settled_at FROM pipeline.inbox_view
    WHERE consumer = ANY($1) AND topic = $2 AND status = 'done' AND updated_at > now() - make_interval(mins => $3)
    GROUP BY key
  ), placements AS MATERIALIZED (
    SELECT source, path, changed_at FROM watcher.placement_view
    WHERE changed_at > now() - make_interval(mins => $3) ORDER BY changed_at DESC LIMIT ${SAMPLE}
  ), way AS (
    SELECT extract(epoch FROM max(receipts.settled_at) - placements.changed_at)::float8 AS seconds
    FROM placements
    JOIN parser.entry_view AS entry USING (source, path)
    JOIN receipts ON receipts.key = entry.arxiv_id AND receipts.settled_at >= placements.changed_at
    GROUP BY source, path, placements.changed_at
  )
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS p50,
    percentile_cont(0.99) WITHIN GROUP (ORDER BY seconds) AS p99, count(*)::int AS count
  FROM way`;

const NOTHING: Durations = { p50: null, p99: null, count: 0 };

/** How the work moves. */
@Injectable()
export class FlowRepository {
  readonly #database: Database;
  readonly #readers: ApiSettings['readers'];

  constructor(database: Database, @Inject(API_SETTINGS) settings: ApiSettings) {
    this.#database = database;
    this.#readers = settings.readers;
  }

  /** @param readers the stages, unless others are given */
  async stages(minutes: number, readers = this.#readers): Promise<StageFlow[]> {
    return this.#database.rows<StageFlow>(STAGES, [...columnsOf(readers), minutes]);
  }

  /** By consumer. */
  async latencies(minutes: number): Promise<Map<string, Durations>> {
    const rows = await this.#database.rows<Durations & { consumer: string }>(LATENCIES, [
      ...columnsOf(this.#readers),
      minutes,
    ]);
    return new Map(rows.map(({ consumer, ...durations }) => [consumer, durations]));
  }

  async endToEnd(minutes: number): Promise<Durations> {
    const last = this.#readers.filter(({ topic }) => topic === TOPICS.paperState).map(({ consumer }) => consumer);
    const [row] = await this.#database.rows<Durations>(END_TO_END, [last, TOPICS.paperState, minutes]);
    return row ?? NOTHING;
  }
}

function columnsOf(readers: ApiSettings['readers']): [string[], string[]] {
  return [readers.map(({ consumer }) => consumer), readers.map(({ topic }) => topic)];
}
