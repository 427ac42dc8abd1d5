import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import type { NoticeList, NoticesQuery } from '../contract/notices.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { decodeCursor, toPage } from '../http/cursor.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { NoticeRepository } from './notice.repository.ts';
import { presentNotice } from './present-notice.ts';

/** When it was noticed, and its event. */
const PLACE = z.tuple([z.iso.datetime(), z.uuid()]);

@Controller()
export class NoticesController {
  readonly #notices: NoticeRepository;

  constructor(notices: NoticeRepository) {
    this.#notices = notices;
  }

  @Route(ROUTES.notices)
  async list(@Query(new Validated(ROUTES.notices.query)) query: NoticesQuery): Promise<NoticeList> {
    const { source = null, kind = null, state, limit } = query;
    const after = decodeCursor(query.cursor, PLACE);
    const read = await this.#notices.list({ source, kind, all: state === 'all', after, rows: limit + 1 });
    const { rows, next } = toPage(read, limit, (row) => [row.place, row.eventId]);
    return { kinds: await this.#notices.counts(), items: rows.map(presentNotice), next };
  }
}
