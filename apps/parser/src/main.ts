import { TOPICS } from '@diglot/contracts';
import { pipelineMigrations, runService } from '@diglot/pipeline';
import { packageVersion } from '@diglot/platform';
import { parserMigrations, ParserModule, parserReaders } from './index.ts';

await runService({
  name: 'parser',
  version: packageVersion(import.meta.url),
  readers: parserReaders,
  announces: [TOPICS.paperParsed, TOPICS.sourceNoticed],
  migrations: [...pipelineMigrations, ...parserMigrations],
  module: () => ParserModule,
});
