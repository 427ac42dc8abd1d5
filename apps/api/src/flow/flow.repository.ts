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

/**
 * From the announcement of a placement's revision to the last of its papers in search. Of papers that search took in the
 * window it goes back: to the fold that stated what was taken (its receipt and its state are of one transaction, so of one
 * time), to the event that was folded, and by the trace of that to the announcement of the digest. A fold that changed
 * nothing has no revision and counts for nothing, and of states of one paper that were sent as one record the next that was
 * taken counts. Folds are looked for no further back than the window, for what search took of those lies in it as well; and
 * where more was taken than the sample holds, no further back than what the sample states.
 */
const END_TO_END = `
  WITH taken AS MATERIALIZED (
    SELECT receipt.key, outbox.created_at AS stated_at, receipt.updated_at AS taken_at
    FROM (
      SELECT event_id, key, updated_at FROM pipeline.inbox_view
      WHERE consumer = ANY($1) AND topic = $2 AND status = 'done' AND updated_at > now() - make_interval(mins => $6)
      ORDER BY updated_at DESC LIMIT ${SAMPLE}
    ) AS receipt
    JOIN pipeline.outbox_view AS outbox USING (event_id)
  ), span AS MATERIALIZED (
    SELECT max(stated_at) AS until,
      greatest(now() - make_interval(mins => $6), CASE WHEN count(*) = ${SAMPLE} THEN min(stated_at) END) AS since
    FROM taken
  ), folds AS MATERIALIZED (
    SELECT receipt.event_id, min(taken.taken_at) AS found_at
    FROM pipeline.inbox_view AS receipt
    JOIN taken ON taken.key = receipt.key AND taken.stated_at >= receipt.updated_at
    WHERE receipt.consumer = ANY($3) AND receipt.topic = $4 AND receipt.status = 'done'
      AND receipt.updated_at BETWEEN (SELECT since FROM span) AND (SELECT until FROM span)
    GROUP BY receipt.event_id, receipt.key, receipt.updated_at
    HAVING EXISTS (
      SELECT FROM indexer.revision_view AS revision
      WHERE revision.arxiv_id = receipt.key AND revision.at = receipt.updated_at
    )
  ), way AS (
    SELECT extract(epoch FROM greatest(max(folds.found_at) - digest.created_at, interval '0'))::float8 AS seconds
    FROM folds
    JOIN pipeline.outbox_view AS folded USING (event_id)
    JOIN pipeline.outbox_view AS digest
      ON digest.event_id = substring(folded.headers ->> 'traceparent' FROM 4 FOR 32)::uuid AND digest.topic = $5
    GROUP BY digest.event_id, digest.created_at
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

  /**
   * From the announcement of a digest to the moment when search had taken the first states that came of it, in seconds, of
   * digests of which papers were taken in the window (the latest ones, where there are many). What is told of its papers
   * later (by another digest, a review, another verification) counts for nothing. A digest that is still under way counts
   * with the papers that are there.
   */
  async endToEnd(minutes: number): Promise<Durations> {
    const [row] = await this.#database.rows<Durations>(END_TO_END, [
      this.#consumersOf(TOPICS.paperState),
      TOPICS.paperState,
      this.#consumersOf(TOPICS.paperTranslated),
      TOPICS.paperTranslated,
      TOPICS.digestDiscovered,
      minutes,
    ]);
    return row ?? NOTHING;
  }

  #consumersOf(wanted: string): string[] {
    return this.#readers.filter(({ topic }) => topic === wanted).map(({ consumer }) => consumer);
  }
}

function columnsOf(readers: ApiSettings['readers']): [string[], string[]] {
  return [readers.map(({ consumer }) => consumer), readers.map(({ topic }) => topic)];
}
