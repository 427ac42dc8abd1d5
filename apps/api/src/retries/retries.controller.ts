import { Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { DiglotError } from '@diglot/domain';
import {
  SHOWN_PAYLOAD,
  receiptParams,
  type ReceiptBody,
  type ReceiptParams,
  type RetriesQuery,
  type RetryList,
} from '../contract/retries.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { placeOf } from '../dead-letters/dead-letter-place.ts';
import { decodeCursor, placeText, toPage } from '../http/cursor.ts';
import { explainCode } from '../http/explain-code.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { presentPayload } from './present-payload.ts';
import { ReceiptRepository, type ReceiptRow, type RetryRow } from './receipt.repository.ts';

/** When it is due, consumer and event. */
const PLACE = z.tuple([z.union([z.literal('-infinity'), z.iso.datetime()]), placeText, z.uuid()]);

@Controller()
export class RetriesController {
  readonly #receipts: ReceiptRepository;

  constructor(receipts: ReceiptRepository) {
    this.#receipts = receipts;
  }

  @Route(ROUTES.retries)
  async list(@Query(new Validated(ROUTES.retries.query)) query: RetriesQuery): Promise<RetryList> {
    const { code = null, consumer = null, q: text = null, limit } = query;
    const after = decodeCursor(query.cursor, PLACE);
    const read = await this.#receipts.retries({ code, consumer, text, after, rows: limit + 1 });
    const groups = await this.#receipts.groups(text);
    const { rows, next } = toPage(read, limit, (row) => [row.place, row.consumer, row.eventId]);
    return {
      groups: groups.map(({ code: of, nextAt, ...group }) => ({
        ...group,
        ...explainCode(of ?? ''),
        code: of,
        nextAt: nextAt?.toISOString() ?? null,
      })),
      items: rows.map(presentRetry),
      next,
    };
  }

  @Route(ROUTES.receipt)
  async get(@Param(new Validated(receiptParams)) { consumer, eventId }: ReceiptParams): Promise<ReceiptBody> {
    const row = await this.#receipts.find(consumer, eventId, SHOWN_PAYLOAD);
    if (!row) throw new DiglotError('DIGLOT_NOT_FOUND', `${consumer} knows no event ${eventId}`);
    return presentReceipt(row);
  }
}

function presentRetry(row: RetryRow): RetryList['items'][number] {
  const { consumer, eventId, topic, key, code, message, attempt, redrives, nextAt, firstSeen, updatedAt } = row;
  return {
    consumer,
    eventId,
    topic,
    key,
    code,
    message,
    attempt,
    redrives,
    nextAt: nextAt?.toISOString() ?? null,
    firstSeen: firstSeen.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function presentReceipt({ payload, size, headers, nextAt, firstSeen, updatedAt, ...row }: ReceiptRow): ReceiptBody {
  const { meaning, remedy } = explainCode(row.code ?? '');
  return {
    ...row,
    ...placeOf({ ...row, message: row.message ?? '' }),
    meaning,
    remedy,
    nextAt: nextAt?.toISOString() ?? null,
    firstSeen: firstSeen.toISOString(),
    updatedAt: updatedAt.toISOString(),
    headers: { ...headers },
    payload: presentPayload(payload, size),
  };
}
