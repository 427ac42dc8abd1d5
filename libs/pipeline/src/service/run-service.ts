import { classify } from '@diglot/domain';
import { createLogger, drain, loadConfig, onStopSignal, type Logger } from '@diglot/platform';
import { DrainPlan } from './drain-order.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { startService } from './start-service.ts';

/**
 * Is the process of a service: starts it, works until a signal or an error after which it cannot go on, drains, exits.
 * It exits with 0 after a drain in time, else with 1: whoever started it starts it again, and the protocol repairs what was
 * left undone.
 */
export async function runService(definition: ServiceDefinition): Promise<never> {
  process.exit(await run(definition));
}

async function run(definition: ServiceDefinition): Promise<number> {
  const config = readConfig();
  if (!config) return 1;
  const logger = createLogger({ level: config.logLevel, format: config.logFormat, name: definition.name });
  const stopped = new AbortController();
  let exitCode = 0;
  const onFatal = (thrown: unknown): void => {
    tellFatal(logger, thrown);
    exitCode = 1;
    stopped.abort();
  };
  onStopSignal((signal) => {
    logger.info({ signal }, 'finishing what is in hand');
    stopped.abort();
  });
  const plan = new DrainPlan();
  const { signal } = stopped;
  const ended = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  // A start that waits for a server must not keep a process from stopping.
  const started = startService(definition, { config, logger, plan, signal, onFatal }).catch((thrown: unknown) => {
    if (!signal.aborted) onFatal(thrown);
  });
  await Promise.race([started, ended]);
  await ended;
  const inTime = await drain(plan.steps, config.drainSeconds, logger);
  logger.info({ inTime }, 'it has stopped');
  return inTime ? exitCode : 1;
}

/** Settings that are wrong are told without a logger, for what they say of it is wrong too, perhaps. */
function readConfig(): ReturnType<typeof loadConfig> | null {
  try {
    return loadConfig();
  } catch (thrown) {
    process.stderr.write(`${classify(thrown).message}\n`);
    return null;
  }
}

function tellFatal(logger: Logger, thrown: unknown): void {
  const error = classify(thrown);
  logger.fatal({ code: error.code, err: error.code === 'DIGLOT_BUG' ? thrown : undefined }, error.message);
}
