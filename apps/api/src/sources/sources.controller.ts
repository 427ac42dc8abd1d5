import { Controller } from '@nestjs/common';
import { ROUTES } from '../contract/routes.ts';
import type { SourceList } from '../contract/sources.schema.ts';
import { Route } from '../http/route.decorator.ts';
import { perMinute } from './pace.ts';
import { SourceRepository } from './source.repository.ts';

@Controller()
export class SourcesController {
  readonly #sources: SourceRepository;

  constructor(sources: SourceRepository) {
    this.#sources = sources;
  }

  @Route(ROUTES.sources)
  async list(): Promise<SourceList> {
    const rows = await this.#sources.list();
    return {
      items: rows.map(({ settled, changedAt, scannedAt, createdAt, ...row }) => ({
        ...row,
        perMinute: perMinute(settled),
        changedAt: changedAt?.toISOString() ?? null,
        scannedAt: scannedAt?.toISOString() ?? null,
        createdAt: createdAt.toISOString(),
      })),
    };
  }
}
