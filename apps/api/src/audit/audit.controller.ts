import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import type { AuditList, AuditQuery } from '../contract/commands.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { decodeCursor, toPage } from '../http/cursor.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { AuditRepository } from './audit.repository.ts';

/** The id of the row. */
const PLACE = z.tuple([z.string().regex(/^\d{1,18}$/)]);

@Controller()
export class AuditController {
  readonly #audit: AuditRepository;

  constructor(audit: AuditRepository) {
    this.#audit = audit;
  }

  @Route(ROUTES.audit)
  async list(@Query(new Validated(ROUTES.audit.query)) { limit, cursor }: AuditQuery): Promise<AuditList> {
    const [before] = decodeCursor(cursor, PLACE) ?? [null];
    const { rows, next } = toPage(await this.#audit.list(before, limit + 1), limit, ({ id }) => [id]);
    return { items: rows.map(({ id: _id, at, ...row }) => ({ ...row, at: at.toISOString() })), next };
  }
}
