import { Controller, Query } from '@nestjs/common';
import type { DayList, DaysQuery } from '../contract/days.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { DayRepository } from './day.repository.ts';
import { presentDays, presentSilences, presentTotals, sharedDates } from './present-days.ts';

@Controller()
export class DaysController {
  readonly #days: DayRepository;

  constructor(days: DayRepository) {
    this.#days = days;
  }

  @Route(ROUTES.days)
  async list(@Query(new Validated(ROUTES.days.query)) query: DaysQuery): Promise<DayList> {
    const { source = null, from = null, to = null } = query;
    const [rows, gaps] = await Promise.all([this.#days.list(source, from, to), this.#days.gaps(source, from, to)]);
    const items = presentDays(rows, gaps, { from, to });
    return {
      items,
      totals: presentTotals(items, await this.#days.distinctPapers(sharedDates(items))),
      silences: presentSilences(gaps, new Date()),
    };
  }
}
