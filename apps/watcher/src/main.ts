import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONSUMERS, TOPICS } from '@diglot/contracts';
import { pipelineMigrations, runService } from '@diglot/pipeline';
import { codeVersion, type Config } from '@diglot/platform';
import { readConfiguration, watcherMigrations, WatcherModule, WatcherService, type SourceDefinition } from './index.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/digests', import.meta.url));

async function sources({ configFile, data, examples, watch }: Config): Promise<readonly SourceDefinition[]> {
  const configured = await readConfiguration(configFile ?? null, [process.cwd(), data]);
  const own = examples && configured.file === null ? [{ root: EXAMPLES, name: 'examples' }] : [];
  return [...own, ...configured.sources, ...watch.map((root) => ({ root }))];
}

/** Who must have settled a digest before its file may be moved or deleted. */
const settledBy = CONSUMERS.filter(({ topic }) => topic === TOPICS.digestDiscovered).map(({ consumer }) => consumer);

await runService({
  name: 'watcher',
  version: codeVersion(import.meta.url),
  readers: [],
  announces: [TOPICS.digestDiscovered],
  migrations: [...pipelineMigrations, ...watcherMigrations],
  module: ({ config }) =>
    WatcherModule.of({
      stable: config.stableMilliseconds,
      scan: config.scanSeconds * 1000,
      clones: resolve(config.data, 'git'),
      settledBy,
    }),
  work: async (application, { config }) => {
    const watcher = application.get(WatcherService);
    await watcher.start(await sources(config));
    return () => watcher.stop();
  },
});
