// A watcher in a process of its own, for tests that kill it. Arguments: a JSON object. It prints `idle` each time that
// nothing is left to do, and ends at SIGTERM.
import { armFailpoint } from '@diglot/pipeline';
import { createLogger, openDatabase } from '@diglot/platform';
import type { SourceDefinition } from './sources/source-definition.ts';
import { NO_BUS } from './no-bus.fixture.ts';
import { WatcherService } from './watcher.service.ts';
import { DEFAULT_OPTIONS, type WatcherOptions } from './watcher-options.ts';

export interface WatchingProcess {
  readonly url: string;
  readonly sources: readonly SourceDefinition[];
  readonly failpoint?: string;
  readonly options?: Partial<Omit<WatcherOptions, 'clock'>>;
}

const { url, sources, failpoint, options } = JSON.parse(process.argv[2] ?? '') as WatchingProcess;
if (failpoint !== undefined) armFailpoint(failpoint);
const logger = createLogger({ level: 'warn', format: 'json', destination: process.stderr });
const database = await openDatabase({ url, applicationName: 'watching-process', idleInTransactionTimeout: 1000 });
const quick = { stable: 50, scan: 100, retry: 50 };
const watcher = new WatcherService(database, NO_BUS, logger, { ...DEFAULT_OPTIONS, ...quick, ...options });
await watcher.start(sources);
const timer = setInterval(() => {
  const states = watcher.status().map(({ state }) => state);
  if (watcher.isIdle()) process.stdout.write(`idle ${states.join(' ')}\n`);
}, 50);
process.once('SIGTERM', () => {
  clearInterval(timer);
  void watcher.stop().then(() => database.close());
});
