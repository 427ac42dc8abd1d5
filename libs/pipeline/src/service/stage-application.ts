import type { INestApplication } from '@nestjs/common';
import { HandThroughFilter } from '../stage/hand-through.filter.ts';
import type { StageHost } from '../stage/stage-host.ts';

/** How many events a process retries at once. */
export const RETRY_CONCURRENCY = 4;

/** Makes the handlers of an application those of a host. */
export function connectStages(application: INestApplication, host: StageHost): void {
  // Deferred, for a filter counts only until a microservice is initialised.
  const stages = application.connectMicroservice({ strategy: host }, { deferInitialization: true });
  stages.useGlobalFilters(new HandThroughFilter());
}
