import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DiglotError } from '@diglot/domain';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';

/** For Prometheus, where one process is all of Diglot; elsewhere each process has a port for it. */
@Controller()
export class MetricsController {
  readonly #settings: ApiSettings;

  constructor(@Inject(API_SETTINGS) settings: ApiSettings) {
    this.#settings = settings;
  }

  @Route(ROUTES.metrics)
  async get(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { metrics } = this.#settings;
    if (!metrics) throw new DiglotError('DIGLOT_NOT_FOUND', 'each process has its metrics on its port for probes');
    const { contentType, text } = await metrics();
    void reply.type(contentType);
    return text;
  }
}
