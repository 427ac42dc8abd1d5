import { fileURLToPath } from 'node:url';
import { CONSUMERS, TOPICS } from '@diglot/contracts';
import { pipelineMigrations, runService } from '@diglot/pipeline';
import { packageVersion, type Config } from '@diglot/platform';
import { watcherMigrations, WatcherModule, WatcherService, type SourceDefinition } from './index.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/digests', import.meta.url));

function sources({ examples, watch }: Config): readonly SourceDefinition[] {
  return [...(examples ? [{ root: EXAMPLES, name: 'examples' }] : []), ...watch.map((root) => ({ root }))];
}

/** Who must have settled a digest before its file may be moved or deleted. */
const settledBy = CONSUMERS.filter(({ topic }) => topic === TOPICS.digestDiscovered).map(({ consumer }) => consumer);

await runService({
  name: 'watcher',
  version: packageVersion(import.meta.url),
  readers: [],
  announces: [TOPICS.digestDiscovered],
  migrations: [...pipelineMigrations, ...watcherMigrations],
  module: ({ config }) =>
    WatcherModule.of({ stable: config.stableMilliseconds, scan: config.scanSeconds * 1000, settledBy }),
  work: async (application, { config }) => {
    const watcher = application.get(WatcherService);
    await watcher.start(sources(config));
    return () => watcher.stop();
  },
});
