import { Controller, Query } from '@nestjs/common';
import { TOPICS } from '@diglot/contracts';
import type { Flow, FlowQuery } from '../contract/flow.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { StatusRepository } from '../status/status.repository.ts';
import { WebhookRepository } from '../webhooks/webhook.repository.ts';
import { FlowRepository } from './flow.repository.ts';
import { presentFlow } from './present-flow.ts';

@Controller()
export class FlowController {
  readonly #flow: FlowRepository;
  readonly #status: StatusRepository;
  readonly #webhooks: WebhookRepository;

  constructor(flow: FlowRepository, status: StatusRepository, webhooks: WebhookRepository) {
    this.#flow = flow;
    this.#status = status;
    this.#webhooks = webhooks;
  }

  @Route(ROUTES.flow)
  async get(@Query(new Validated(ROUTES.flow.query)) { minutes }: FlowQuery): Promise<Flow> {
    const webhooks = await this.#webhooks.list();
    const told = webhooks.map(({ consumer }) => ({ consumer, topic: TOPICS.paperState }));
    const [stages, tellings, latencies, endToEnd, figures] = await Promise.all([
      this.#flow.stages(minutes),
      this.#flow.stages(minutes, told),
      this.#flow.latencies(minutes),
      this.#flow.endToEnd(minutes),
      this.#status.stages(told),
    ]);
    return presentFlow({ at: new Date(), minutes, stages, webhooks, tellings, latencies, endToEnd, ...figures });
  }
}
