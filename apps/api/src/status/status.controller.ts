import { Controller, Inject } from '@nestjs/common';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';
import { ROUTES } from '../contract/routes.ts';
import type { StatusBody } from '../contract/status.schema.ts';
import { Route } from '../http/route.decorator.ts';
import { joinReadiness } from './join-readiness.ts';
import { presentStatus } from './present-status.ts';
import { StatusRepository } from './status.repository.ts';

@Controller()
export class StatusController {
  readonly #status: StatusRepository;
  readonly #settings: ApiSettings;
  readonly #startedAt = new Date();

  constructor(status: StatusRepository, @Inject(API_SETTINGS) settings: ApiSettings) {
    this.#status = status;
    this.#settings = settings;
  }

  @Route(ROUTES.status)
  async get(): Promise<StatusBody> {
    const { version, profile, services = [] } = this.#settings;
    const own = await this.#settings.readiness();
    const snapshot = await this.#status.snapshot();
    const { ready, reasons } = joinReadiness(own, services, snapshot.processes);
    return presentStatus(snapshot, {
      version,
      profile,
      readiness: { ready, reasons: [...reasons] },
      startedAt: this.#startedAt,
      now: new Date(),
    });
  }
}
