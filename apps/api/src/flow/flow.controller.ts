import { Controller, Query } from '@nestjs/common';
import type { Flow, FlowQuery } from '../contract/flow.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { StatusRepository } from '../status/status.repository.ts';
import { FlowRepository } from './flow.repository.ts';
import { presentFlow } from './present-flow.ts';

@Controller()
export class FlowController {
  readonly #flow: FlowRepository;
  readonly #status: StatusRepository;

  constructor(flow: FlowRepository, status: StatusRepository) {
    this.#flow = flow;
    this.#status = status;
  }

  @Route(ROUTES.flow)
  async get(@Query(new Validated(ROUTES.flow.query)) { minutes }: FlowQuery): Promise<Flow> {
    const [stages, latencies, endToEnd, figures] = await Promise.all([
      this.#flow.stages(minutes),
      this.#flow.latencies(minutes),
      this.#flow.endToEnd(minutes),
      this.#status.stages(),
    ]);
    return presentFlow({ at: new Date(), minutes, stages, latencies, endToEnd, ...figures });
  }
}
