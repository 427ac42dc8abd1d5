import { Controller, Query } from '@nestjs/common';
import type { QualityQuery, QualitySeries } from '../contract/quality.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { presentRatios, presentRows } from './present-quality.ts';
import { QualityRepository } from './quality.repository.ts';

@Controller()
export class QualityController {
  readonly #quality: QualityRepository;

  constructor(quality: QualityRepository) {
    this.#quality = quality;
  }

  @Route(ROUTES.quality)
  async series(@Query(new Validated(ROUTES.quality.query)) query: QualityQuery): Promise<QualitySeries> {
    const { by, source = null, origin = null, from = null, to = null } = query;
    const sums = await this.#quality.sums({ by, source, origin, from, to });
    return { rows: presentRows(sums), ratios: presentRatios(sums), ...(await this.#quality.names()) };
  }
}
