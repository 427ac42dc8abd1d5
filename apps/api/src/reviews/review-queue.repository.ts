import { Injectable } from '@nestjs/common';
import { pairName, type ReviewedPair } from '@diglot/domain';
import { Database } from '@diglot/platform';
import type { ReviewQueueQuery } from '../contract/reviews.schema.ts';
import { queueCount, queuePage, type QueuePlace, type QueueRow } from './review-queue.statement.ts';

const REVISIONS = `
  SELECT arxiv_id AS "arxivId", genre, encode(source_hash, 'hex') AS "sourceHash", encode(target_hash, 'hex') AS "targetHash",
    revision
  FROM translator.review_view WHERE arxiv_id = ANY($1::text[])`;

/** What waits for a person, as the indexer keeps it. */
@Injectable()
export class ReviewQueueRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async page(query: ReviewQueueQuery, after: QueuePlace | null, rows: number): Promise<QueueRow[]> {
    const { sql, parameters } = queuePage(query, after, rows);
    return this.#database.rows<QueueRow>(sql, parameters);
  }

  async count(query: ReviewQueueQuery): Promise<number> {
    const { sql, parameters } = queueCount(query);
    const [row] = await this.#database.rows<{ count: number }>(sql, parameters);
    return row?.count ?? 0;
  }

  /** Revisions of the latest reviews of some papers, by {@link reviewKey}. */
  async revisions(papers: readonly string[]): Promise<Map<string, number>> {
    type Row = ReviewedPair & { readonly arxivId: string; readonly revision: number };
    const rows = await this.#database.rows<Row>(REVISIONS, [papers]);
    return new Map(rows.map(({ arxivId, revision, ...pair }) => [reviewKey(arxivId, pair), revision]));
  }
}

export function reviewKey(arxivId: string, pair: ReviewedPair): string {
  return `${arxivId} ${pairName(pair)}`;
}
