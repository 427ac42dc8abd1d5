import { TOPICS } from '@diglot/contracts';
import { pipelineMigrations, runService } from '@diglot/pipeline';
import { packageVersion } from '@diglot/platform';
import { indexerMigrations, IndexerModule, indexerReaders, paperStateLoader } from './index.ts';

await runService({
  name: 'indexer',
  version: packageVersion(import.meta.url),
  readers: indexerReaders,
  announces: [TOPICS.paperState],
  pointerLoaders: (database) => new Map([[TOPICS.paperState, paperStateLoader(database)]]),
  migrations: [...pipelineMigrations, ...indexerMigrations],
  module: () => IndexerModule,
});
