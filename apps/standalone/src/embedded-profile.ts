import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { armFailpoint, startStages, type DrainPlan } from '@diglot/pipeline';
import {
  callerFolder,
  choosePort,
  migrate,
  openDatabase,
  openDataFolder,
  refuseOtherProfile,
  codeVersion,
  startEmbeddedPostgres,
  type Config,
  type Logger,
} from '@diglot/platform';
import { readConfiguration, type SourceDefinition } from '@diglot/watcher';
import type { CommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { Progress } from './progress/progress.ts';
import { DIGEST_CONSUMER, entities, migrations } from './services.ts';

export interface EmbeddedProfile {
  /** Of the page. */
  readonly address: string;
  readonly progress: Progress;
  /** Whether every file that the first scans saw is taken, or shown as a problem. */
  readonly isScanned: () => boolean;
}

const EXAMPLES = fileURLToPath(new URL('../../../examples/digests', import.meta.url));

/** `watch`: the sources, until it is stopped. `ingest`: only what is handed over through the api. */
export type Purpose = 'watch' | 'ingest';

/** The version of Diglot. */
export const VERSION = codeVersion(import.meta.url);

/**
 * Starts everything in this process, in order.
 * @param plan gets a step for everything that was started, also when the start fails half-way
 */
export async function startEmbeddedProfile(
  commandLine: CommandLine,
  config: Config,
  logger: Logger,
  print: (line: string) => void,
  plan: DrainPlan,
  onFatal: (error: Error) => void,
  purpose: Purpose = 'watch',
): Promise<EmbeddedProfile> {
  const startedAt = new Date();
  if (config.failpoint !== undefined) armFailpoint(config.failpoint);
  const port = await choosePort(commandLine.port ?? config.port ?? null, config.host);

  const data = commandLine.data ?? config.data;
  await refuseOtherProfile(data, 'embedded');
  const dataFolder = await openDataFolder(data);
  plan.add('data folder', () => dataFolder.close());
  print(`Data: ${dataFolder.path}`);

  const postgres = await startEmbeddedPostgres({ dataFolder, logger, onGivenUp: onFatal });
  plan.add('postgres', () => postgres.stop());

  const databaseUrl = postgres.url;
  const database = await openDatabase({
    url: databaseUrl,
    applicationName: 'diglot',
    migrations,
    entities,
    poolSize: config.poolSize,
    statementTimeout: config.statementTimeout * 1000,
  });
  plan.add('database', () => database.close());
  await migrate(database.dataSource);

  const composition = await compose({
    database,
    databaseUrl,
    logger,
    version: VERSION,
    pollMilliseconds: config.pollMilliseconds,
    leaseSeconds: config.leaseSeconds,
    sweepSeconds: config.sweepSeconds,
    logDays: config.logDays,
    receiptDays: config.receiptDays,
    watcher: {
      stable: config.stableMilliseconds,
      scan: config.scanSeconds * 1000,
      clones: dataFolder.file('git'),
      settledBy: [DIGEST_CONSUMER],
    },
    webhooks: { webhooks: config.webhooks, secret: config.webhookSecret ?? null },
    api: {
      allowedHosts: config.allowedHosts,
      corsOrigins: config.corsOrigins,
      trustedProxies: config.trustedProxies,
      token: config.token ?? null,
      tokenFile: dataFolder.file('token'),
      limits: config,
    },
    onFatal,
  });
  const { application, watcher, host, bus, alarms, health } = composition;
  plan
    .add('readiness', () => health.beginDrain())
    .add('watcher', () => watcher.stop())
    .add('consumers', () => host.stopConsumers())
    .add('retry workers and sweeper', () => host.stopWorkers())
    .add('log', () => bus.close())
    .add('page and api', () => application.close())
    .add('alarm clock', () => alarms.close())
    .add('probes', health.watchEventLoop());
  await startStages(application);
  await application.listen(port, config.host);
  await dataFolder.announceAddress(await application.getUrl());
  if (purpose === 'watch') await watcher.start(await chooseSources(commandLine, config, dataFolder.path));
  else watcher.takeRequests();

  return {
    address: await application.getUrl(),
    progress: new Progress(database, DIGEST_CONSUMER, startedAt, print),
    isScanned: () => watcher.status().every(({ initialScanDone, state }) => initialScanDone || state === 'missing'),
  };
}

/** What the command line and the configuration file name; the examples where no file names anything. */
async function chooseSources(
  { config: named, examples, watch }: CommandLine,
  config: Config,
  data: string,
): Promise<readonly SourceDefinition[]> {
  const caller = callerFolder();
  const file = named ?? (config.configFile === undefined ? null : resolve(caller, config.configFile));
  const configured = await readConfiguration(file, [caller, data]);
  const own = examples && configured.file === null ? [{ root: EXAMPLES, name: 'examples' }] : [];
  return [...own, ...configured.sources, ...watch.map((root) => ({ root }))];
}
