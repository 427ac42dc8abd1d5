import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { deadLetterTopic } from '@diglot/contracts';
import {
  choosePort,
  databaseCheck,
  NestLogger,
  requireSettings,
  type Config,
  type Database,
  type Logger,
} from '@diglot/platform';
import type { Bus } from '../bus/bus.port.ts';
import { armFailpoint } from '../failpoints/failpoint.ts';
import type { KafkaLog } from '../kafka/kafka.port.ts';
import { RuntimeModule } from '../runtime/runtime.module.ts';
import { HandThroughFilter } from '../stage/hand-through.filter.ts';
import { StageHost } from '../stage/stage-host.ts';
import { connectDatabase } from './connect-database.ts';
import type { DrainPlan } from './drain-order.ts';
import { measureDatabase } from './metrics/measure-database.ts';
import { ServiceMetrics } from './metrics/service-metrics.ts';
import { NO_LOG } from './no-log.ts';
import { ProcessHealth } from './process-health.ts';
import type { ServiceContext, ServiceDefinition } from './service-definition.ts';
import { openAlarms, openLog } from './stack-servers.ts';
import { ProcessSigns } from './signs/process-signs.ts';
import { startProbes } from './start-probes.ts';

export interface StartOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** Gets a step for everything that was started, also when the start fails half-way. */
  readonly plan: DrainPlan;
  /** Ends the start early. */
  readonly signal: AbortSignal;
  /** Told of an error after which this process cannot go on. */
  readonly onFatal: (error: Error) => void;
}

interface Parts extends ServiceContext, StartOptions {
  readonly metrics: ServiceMetrics;
}

/** Starts a service of the stack profile: probes, database, log, alarm clock, stages, relays, requests, work. */
export async function startService(definition: ServiceDefinition, options: StartOptions): Promise<void> {
  const { config, plan, logger } = options;
  if (config.failpoint !== undefined) armFailpoint(config.failpoint);
  const metrics = new ServiceMetrics(definition.name, definition.version);
  const health = new ProcessHealth();
  health.isStarting('it is starting');
  plan.add('readiness', () => health.beginDrain());
  await startProbes(health, metrics, options);
  const database = await openDatabase(definition, health, options);
  const signs = new ProcessSigns({ service: definition.name, version: definition.version, database, health, logger });
  signs.start();
  plan
    .add('readiness', () => {
      health.beginDrain();
      // Not awaited: a database that hangs would hold up the drain.
      void signs.give();
    })
    .add('signs', () => signs.stop());
  const parts: Parts = { ...options, database, health, metrics };
  const topics = carriedTopics(definition);
  measureDatabase(metrics, database, { consumers: definition.readers.map(({ consumer }) => consumer), topics });

  health.isStarting('the start waits for Kafka or Redis');
  const log = topics.length > 0 ? startLog(definition, topics, parts) : null;
  const host = log && definition.readers.length > 0 ? startHost(definition, log.bus, parts) : null;
  await startApplication(definition, host, log?.bus ?? NO_LOG, parts);
  health.started(() => [...(host?.reasons() ?? []), ...(log?.reasons() ?? [])]);
}

/** Every topic that a process carries to Kafka: its own facts, and what its readers cannot process. */
function carriedTopics({ announces, readers }: ServiceDefinition): readonly string[] {
  return [...new Set([...announces, ...readers.map(({ topic }) => deadLetterTopic(topic))])];
}

async function openDatabase(
  { name, migrations, entities = [] }: ServiceDefinition,
  health: ProcessHealth,
  { config, logger, plan, signal }: StartOptions,
): Promise<Database> {
  const { databaseUrl: url, poolSize, statementTimeout } = requireSettings(config, 'databaseUrl');
  const applicationName = `diglot.${name}`;
  const settings = { url, applicationName, migrations, entities, poolSize, statementTimeout: statementTimeout * 1000 };
  const onWait = (reason: string): void => health.isStarting(reason);
  const database = await connectDatabase({ settings, logger, signal, onWait });
  plan.add('database', () => database.close());
  health.checks.add('ready', 'database', databaseCheck(database));
  return database;
}

function startLog(definition: ServiceDefinition, topics: readonly string[], parts: Parts): KafkaLog {
  const { config, logger, plan, database, metrics, onFatal } = parts;
  const log = openLog({ config, name: definition.name, logger, onFatal, onEvent: metrics.onKafka });
  plan.add('log', () => log.close());
  const loaders = definition.pointerLoaders?.(database);
  for (const topic of topics) {
    const pointerLoader = loaders?.get(topic);
    log.startRelay({
      topic,
      database,
      pollMilliseconds: config.pollMilliseconds,
      serviceVersion: definition.version,
      ...(pointerLoader ? { pointerLoader } : {}),
    });
  }
  return log;
}

function startHost({ name, version, readers }: ServiceDefinition, bus: Bus, parts: Parts): StageHost {
  const { config, logger, plan, database, health, metrics, onFatal } = parts;
  const alarms = openAlarms({ config, name, logger, onFatal });
  const { leaseSeconds, sweepSeconds, armedSeconds, logDays, receiptDays } = config;
  const runtime = { database, bus, alarms, logger, onFatal, onBatch: metrics.onBatch };
  const durations = { leaseSeconds, sweepSeconds, armedSeconds, logDays, receiptDays };
  const host = new StageHost({ readers, ...runtime, ...durations, random: Math.random, serviceVersion: version });
  health.checks.add('live', 'consumers', () => host.hangs());
  plan
    .add('consumers', () => host.stopConsumers())
    .add('retry workers and sweeper', () => host.stopWorkers())
    .add('alarm clock', () => alarms.close());
  return host;
}

async function startApplication(
  definition: ServiceDefinition,
  host: StageHost | null,
  bus: Bus,
  parts: Parts,
): Promise<void> {
  const { config, database, health, logger, plan } = parts;
  const context: ServiceContext = { config, database, health };
  const application = await createApplication(definition, host, bus, parts);
  plan.add('page and api', () => application.close());
  const work = await definition.work?.(application, context);
  if (work) plan.add('watcher', work);
  logger.info('it has started');
}

async function createApplication(
  definition: ServiceDefinition,
  host: StageHost | null,
  bus: Bus,
  { config, database, health, logger }: Parts,
): Promise<INestApplicationContext> {
  const imports = [RuntimeModule.of({ database, bus, logger }), definition.module({ config, database, health })];
  const module = { module: class ServiceModule {}, imports };
  const settings = { logger: new NestLogger(logger), abortOnError: false };
  if (definition.http) {
    const application = await NestFactory.create(module, definition.http(config), settings);
    await application.listen(await choosePort(config.port ?? null, config.host), config.host);
    logger.info({ address: await application.getUrl() }, 'requests are answered');
    return application;
  }
  if (host === null) return NestFactory.createApplicationContext(module, settings);
  const application = await NestFactory.createMicroservice(module, { ...settings, strategy: host });
  application.useGlobalFilters(new HandThroughFilter());
  await application.listen();
  return application;
}
