import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { armFailpoint } from '@diglot/pipeline';
import {
  migrate,
  openDatabase,
  openDataFolder,
  startEmbeddedPostgres,
  type Config,
  type DrainStep,
  type Logger,
} from '@diglot/platform';
import type { CommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { choosePort } from './port.ts';
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

/** The version of Diglot. */
export const VERSION = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string }
).version;

/**
 * Starts everything in this process, in order.
 * @param steps gets a step for everything that was started, in the order in which a drain must stop it; also when the start
 *   fails half-way
 */
export async function startEmbeddedProfile(
  commandLine: CommandLine,
  config: Config,
  logger: Logger,
  print: (line: string) => void,
  steps: DrainStep[],
  onFatal: (error: Error) => void,
): Promise<EmbeddedProfile> {
  const startedAt = new Date();
  if (config.failpoint !== undefined) armFailpoint(config.failpoint);
  const port = await choosePort(commandLine.port ?? config.port ?? null, config.host);

  const dataFolder = await openDataFolder(commandLine.data ?? config.data);
  steps.unshift({ name: 'data folder', run: () => dataFolder.close() });
  print(`Data: ${dataFolder.path}`);

  const postgres = await startEmbeddedPostgres({ dataFolder, logger, onGivenUp: onFatal });
  steps.unshift({ name: 'postgres', run: () => postgres.stop() });

  const databaseUrl = postgres.url;
  const database = await openDatabase({
    url: databaseUrl,
    applicationName: 'diglot',
    migrations,
    entities,
    poolSize: config.poolSize,
    statementTimeout: config.statementTimeout * 1000,
  });
  steps.unshift({ name: 'database', run: () => database.close() });
  await migrate(database.dataSource);

  const composition = await compose({
    database,
    databaseUrl,
    logger,
    version: VERSION,
    pollMilliseconds: config.pollMilliseconds,
    leaseSeconds: config.leaseSeconds,
    sweepSeconds: config.sweepSeconds,
    watcher: { stable: config.stableMilliseconds, scan: config.scanSeconds * 1000 },
    api: { allowedHosts: config.allowedHosts, tokenFile: dataFolder.file('token') },
    onFatal,
  });
  const { application, watcher, host, bus, alarms, beginDrain } = composition;
  steps.unshift(
    { name: 'readiness', run: beginDrain },
    { name: 'watcher', run: () => watcher.stop() },
    { name: 'consumers', run: () => host.stopConsumers() },
    { name: 'retry workers and sweeper', run: () => host.stopWorkers() },
    { name: 'log', run: () => bus.close() },
    { name: 'page and api', run: () => application.close() },
    { name: 'alarm clock', run: () => alarms.close() },
  );
  await application.startAllMicroservices();
  await application.listen(port, config.host);
  const examples = commandLine.examples ? [{ root: EXAMPLES, name: 'examples' }] : [];
  await watcher.start([...examples, ...commandLine.watch.map((root) => ({ root }))]);

  return {
    address: await application.getUrl(),
    progress: new Progress(database, DIGEST_CONSUMER, startedAt, print),
    isScanned: () => watcher.status().every(({ initialScanDone, state }) => initialScanDone || state === 'missing'),
  };
}
