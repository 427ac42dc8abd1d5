import { TOPICS } from '@diglot/contracts';
import { pipelineMigrations, runService } from '@diglot/pipeline';
import { codeVersion } from '@diglot/platform';
import { parserMigrations, ParserModule, parserReaders } from './index.ts';

await runService({
  name: 'parser',
  version: codeVersion(import.meta.url),
  readers: parserReaders,
  announces: [TOPICS.paperParsed, TOPICS.sourceNoticed],
  migrations: [...pipelineMigrations, ...parserMigrations],
  module: () => ParserModule,
});
