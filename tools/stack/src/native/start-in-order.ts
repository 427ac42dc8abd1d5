import type { Service, Services } from '../compose/compose-file.ts';
import { startOrder } from '../compose/start-order.ts';

/**
 * Starts each service once all are started that it depends on, and as many at once as that allows.
 * @param start resolves when it is healthy, or has completed
 */
export async function startInOrder(
  services: Services,
  start: (name: string, service: Service) => Promise<void>,
): Promise<void> {
  const started = new Map<string, Promise<void>>();
  for (const name of startOrder(services)) {
    const service = services[name]!;
    const needed = service.dependsOn.flatMap((dependency) => started.get(dependency.name) ?? []);
    const begin = async (): Promise<void> => {
      await Promise.all(needed);
      await start(name, service);
    };
    started.set(name, begin());
  }
  // All are waited for, so that whoever ends what was started after a failure finds nothing still starting.
  const outcomes = await Promise.allSettled(started.values());
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
