import type { INestApplication } from '@nestjs/common';
import { NestMicroservice } from '@nestjs/microservices';
import { HandThroughFilter } from '../stage/hand-through.filter.ts';
import type { StageHost } from '../stage/stage-host.ts';

/** How many events a process retries at once. */
export const RETRY_CONCURRENCY = 4;

/** Makes the handlers of an application those of a host; {@link startStages} lets them run. */
export function connectStages(application: INestApplication, host: StageHost): void {
  // Deferred, for a filter counts only until a microservice is initialised.
  const stages = application.connectMicroservice({ strategy: host }, { deferInitialization: true });
  stages.useGlobalFilters(new HandThroughFilter());
  // Nest would call the hooks of all providers for it too, so that whatever works in the background ran twice, and the
  // application would wait for the second alone when it closes.
  if (stages instanceof NestMicroservice) stages.setIsInitHookCalled(true);
}

/** Calls the hooks of all providers, and reads events once they are done: some prepare what a handler needs. */
export async function startStages(application: INestApplication): Promise<void> {
  await application.init();
  await application.startAllMicroservices();
}
