import { TOPICS } from '@diglot/contracts';
import { pipelineMigrations, runService } from '@diglot/pipeline';
import { codeVersion } from '@diglot/platform';
import { translatorMigrations, TranslatorModule, translatorReaders } from './index.ts';

await runService({
  name: 'translator',
  version: codeVersion(import.meta.url),
  readers: translatorReaders,
  announces: [TOPICS.paperTranslated],
  migrations: [...pipelineMigrations, ...translatorMigrations],
  module: () => TranslatorModule,
});
