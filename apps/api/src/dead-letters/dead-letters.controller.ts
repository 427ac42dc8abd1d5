import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { type DeadLetter, type DeadLetterList, type DeadLettersQuery } from '../contract/dead-letters.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { decodeCursor, placeText, toPage } from '../http/cursor.ts';
import { explainCode } from '../http/explain-code.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { placeOf } from './dead-letter-place.ts';
import { DeadLetterRepository, type DeadLetterRow } from './dead-letter.repository.ts';

/** When it died, consumer and event. */
const PLACE = z.tuple([z.iso.datetime(), placeText, z.uuid()]);

@Controller()
export class DeadLettersController {
  readonly #letters: DeadLetterRepository;

  constructor(letters: DeadLetterRepository) {
    this.#letters = letters;
  }

  @Route(ROUTES.deadLetters)
  async list(@Query(new Validated(ROUTES.deadLetters.query)) query: DeadLettersQuery): Promise<DeadLetterList> {
    const { code = null, consumer = null, q: text = null, limit } = query;
    const after = decodeCursor(query.cursor, PLACE);
    const read = await this.#letters.list({ code, consumer, text, after, rows: limit + 1 });
    const groups = await this.#letters.groups(text);
    const { rows, next } = toPage(read, limit, (row) => [row.place, row.consumer, row.eventId]);
    return {
      groups: groups.map(({ code: of, consumer: by, count, firstSeen, lastSeen }) => ({
        ...explainCode(of),
        consumer: by,
        count,
        firstSeen: firstSeen.toISOString(),
        lastSeen: lastSeen.toISOString(),
      })),
      items: rows.map(presentLetter),
      next,
    };
  }
}

function presentLetter(row: DeadLetterRow): DeadLetter {
  const { consumer, eventId, topic, key, code, message, attempts, redrives, firstSeen, updatedAt } = row;
  const times = { firstSeen: firstSeen.toISOString(), updatedAt: updatedAt.toISOString() };
  return { consumer, eventId, topic, key, code, message, ...placeOf(row), attempts, redrives, ...times };
}
