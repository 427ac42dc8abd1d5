import { DiglotError } from '@diglot/domain';
import { codeOf, HealthServer, type Config, type Logger } from '@diglot/platform';
import type { DrainPlan } from './drain-order.ts';
import type { ServiceMetrics } from './metrics/service-metrics.ts';
import type { ProcessHealth } from './process-health.ts';

/**
 * Answers probes from the beginning of a process to its end.
 * @throws DiglotError `DIGLOT_PORT_IN_USE`
 */
export async function startProbes(
  health: ProcessHealth,
  metrics: ServiceMetrics,
  { config, logger, plan }: { readonly config: Config; readonly logger: Logger; readonly plan: DrainPlan },
): Promise<void> {
  const { host, healthPort: port } = config;
  const stopWatching = health.watchEventLoop();
  const server = new HealthServer({ health, host, port, metrics: () => metrics.text() });
  try {
    logger.info({ address: await server.listen() }, 'probes are answered');
  } catch (error) {
    stopWatching();
    if (codeOf(error) === 'EADDRINUSE')
      throw new DiglotError('DIGLOT_PORT_IN_USE', `port ${port} of ${host} is in use (DIGLOT_HEALTH_PORT)`);
    throw error;
  }
  plan.add('probes', async () => {
    stopWatching();
    await server.close();
  });
}
