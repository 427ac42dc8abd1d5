import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { paperStateLoader, webhookReader, type WebhookSettings } from '@diglot/indexer';
import { TOPICS } from '@diglot/contracts';
import {
  BullmqAlarmClock,
  OutboxBus,
  ProcessHealth,
  RETRY_CONCURRENCY,
  ServiceMetrics,
  StageHost,
  connectStages,
  measureDatabase,
  type BatchTimes,
} from '@diglot/pipeline';
import { NestLogger, databaseCheck, type Database, type Logger } from '@diglot/platform';
import { WatcherService, type WatcherOptions } from '@diglot/watcher';
import { createApiAdapter, type ApiSettings } from '@diglot/api';
import { readers } from './services.ts';
import { StandaloneModule } from './standalone.module.ts';

export interface CompositionOptions {
  readonly database: Database;
  /** Of the same database, for the alarm clock's own connections. */
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly version: string;
  readonly pollMilliseconds: number;
  readonly leaseSeconds: number;
  readonly sweepSeconds: number;
  /** How many days the log and receipts are kept. */
  readonly logDays?: number;
  readonly receiptDays?: number;
  readonly watcher: Partial<WatcherOptions>;
  readonly api: Omit<ApiSettings, 'readers' | 'liveness' | 'readiness' | 'profile' | 'version'>;
  /** Who is told of every change of a paper; nobody where it is not given. */
  readonly webhooks?: WebhookSettings;
  /** Told of an error after which this process cannot go on. */
  readonly onFatal: (error: Error) => void;
  /** false: texts get no verdicts, for measurements. */
  readonly verification?: boolean;
  /** Told what each batch took, for measurements. */
  readonly onBatch?: (times: BatchTimes) => void;
}

/** The composed services, and their parts in the order in which a drain stops them. */
export interface Composition {
  readonly application: NestFastifyApplication;
  readonly watcher: WatcherService;
  readonly host: StageHost;
  readonly bus: OutboxBus;
  readonly alarms: BullmqAlarmClock;
  readonly health: ProcessHealth;
}

/** Wires every service to one database, the outbox as the log, and BullMQ on PostgreSQL as the alarm clock. */
export async function compose(options: CompositionOptions): Promise<Composition> {
  const { database, databaseUrl, logger, version, onFatal } = options;
  const bus = new OutboxBus({
    database,
    logger,
    pollMilliseconds: options.pollMilliseconds,
    pointerLoaders: new Map([[TOPICS.paperState, paperStateLoader(database)]]),
    onFatal,
  });
  const alarms = new BullmqAlarmClock({
    queue: 'diglot',
    connectionString: databaseUrl,
    concurrency: RETRY_CONCURRENCY,
    logger,
    onFatal,
  });
  const webhooks = options.webhooks ?? { webhooks: [], secret: null };
  const allReaders = [...readers, ...webhooks.webhooks.map(webhookReader)];
  const metrics = new ServiceMetrics('standalone', version);
  measureDatabase(metrics, database, {
    consumers: allReaders.map(({ consumer }) => consumer),
    topics: [...new Set(allReaders.map(({ topic }) => topic))],
  });
  const host = new StageHost({
    readers: allReaders,
    database,
    bus,
    alarms,
    logger,
    random: Math.random,
    serviceVersion: version,
    leaseSeconds: options.leaseSeconds,
    sweepSeconds: options.sweepSeconds,
    onFatal,
    ...(options.logDays === undefined ? {} : { logDays: options.logDays }),
    ...(options.receiptDays === undefined ? {} : { receiptDays: options.receiptDays }),
    onBatch: (times) => {
      metrics.onBatch(times);
      options.onBatch?.(times);
    },
  });
  const health = new ProcessHealth();
  health.checks.add('ready', 'database', databaseCheck(database));
  health.checks.add('live', 'consumers', () => host.hangs());
  health.started(() => host.reasons());
  const readiness = () => health.readiness();
  const liveness = () => health.report('live');
  const api: ApiSettings = {
    ...options.api,
    profile: 'embedded',
    version,
    readers,
    liveness,
    readiness,
    metrics: () => metrics.text(),
  };
  const application = await NestFactory.create<NestFastifyApplication>(
    StandaloneModule.of({ database, bus, logger }, api, options.watcher, webhooks, options.verification),
    createApiAdapter(api),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  connectStages(application, host);
  return { application, watcher: application.get(WatcherService), host, bus, alarms, health };
}
