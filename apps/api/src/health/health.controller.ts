import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { API_SETTINGS, type ApiSettings, type Readiness } from '../api.settings.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';

/** For whoever starts and watches the process. */
@Controller()
export class HealthController {
  readonly #settings: ApiSettings;

  constructor(@Inject(API_SETTINGS) settings: ApiSettings) {
    this.#settings = settings;
  }

  @Route(ROUTES.livez)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Route(ROUTES.readyz)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const { ready, reasons } = await this.#settings.readiness();
    void reply.code(ready ? 200 : 503);
    return { ready, reasons };
  }
}
