import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { API_SETTINGS, type ApiSettings, type Readiness } from '../api.settings.ts';
import type { LivenessBody } from '../contract/status.schema.ts';
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
  async live(@Res({ passthrough: true }) reply: FastifyReply): Promise<LivenessBody> {
    const { ok, reasons } = await this.#settings.liveness();
    void reply.code(ok ? 200 : 503);
    return { status: ok ? 'ok' : 'stuck', reasons: [...reasons] };
  }

  @Route(ROUTES.readyz)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const { ready, reasons } = await this.#settings.readiness();
    void reply.code(ready ? 200 : 503);
    return { ready, reasons };
  }
}
