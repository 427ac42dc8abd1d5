import { Readable } from 'node:stream';
import { Controller, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { GENRES } from '@diglot/domain';
import type { ReviewList, ReviewQueue, ReviewQueueQuery, ReviewsQuery } from '../contract/reviews.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { sha256 } from '../contract/shared.schema.ts';
import { decodeCursor, placeDay, placeText, toPage } from '../http/cursor.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { goldLines } from './gold-lines.ts';
import { presentQueued } from './present-queue.ts';
import { ReviewQueueRepository } from './review-queue.repository.ts';
import { ReviewRepository, type ReviewRow } from './review.repository.ts';

const QUEUE_PLACE = z.tuple([z.string().regex(/^[0-3]$/), placeDay, placeText, z.enum(GENRES)]);
const REVIEW_PLACE = z.tuple([z.iso.datetime(), placeText, z.enum(GENRES), sha256, sha256]);
const GOLD_PAGE = 250;

/** What waits for a person, and what persons said. */
@Controller()
export class ReviewQueueController {
  readonly #queue: ReviewQueueRepository;
  readonly #reviews: ReviewRepository;

  constructor(queue: ReviewQueueRepository, reviews: ReviewRepository) {
    this.#queue = queue;
    this.#reviews = reviews;
  }

  @Route(ROUTES.reviewQueue)
  async queue(@Query(new Validated(ROUTES.reviewQueue.query)) query: ReviewQueueQuery): Promise<ReviewQueue> {
    const { limit, cursor } = query;
    const read = await this.#queue.page(query, decodeCursor(cursor, QUEUE_PLACE), limit + 1);
    const { rows, next } = toPage(read, limit, ({ severity, listedDate, arxivId, field }) => [
      String(severity),
      listedDate,
      arxivId,
      field,
    ]);
    const revisions = await this.#queue.revisions([...new Set(rows.map(({ arxivId }) => arxivId))]);
    const count = await this.#queue.count(query);
    return { items: rows.map((row) => presentQueued(row, revisions)), count, next };
  }

  @Route(ROUTES.reviews)
  async list(@Query(new Validated(ROUTES.reviews.query)) { limit, cursor }: ReviewsQuery): Promise<ReviewList> {
    const read = await this.#reviews.list(decodeCursor(cursor, REVIEW_PLACE), limit + 1);
    const { rows, next } = toPage(read, limit, ({ place, arxivId, field, enHash, zhHash }) => [
      place,
      arxivId,
      field,
      enHash,
      zhHash,
    ]);
    return { items: rows.map(presentReview), next };
  }

  @Route(ROUTES.gold)
  gold(): StreamableFile {
    return new StreamableFile(Readable.from(this.#gold(), { highWaterMark: 1 }), {
      type: 'application/x-ndjson',
      disposition: 'attachment; filename="gold.jsonl"',
    });
  }

  async *#gold(): AsyncGenerator<string> {
    for await (const page of this.#reviews.pages(GOLD_PAGE)) {
      yield page
        .flatMap(goldLines)
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('');
    }
  }
}

function presentReview(row: ReviewRow): ReviewList['items'][number] {
  const { arxivId, field, en, zh, enHash, zhHash, decision, text, reviewer, reason, reviewedAt, revision } = row;
  const hashes = { en: enHash, zh: zhHash };
  const at = reviewedAt.toISOString();
  return { arxivId, field, en, zh, hashes, decision, text, reviewer, reason, reviewedAt: at, revision };
}
