import { TOPICS } from '@diglot/contracts';
import { pipelineMigrations, runService } from '@diglot/pipeline';
import { codeVersion, loadConfig } from '@diglot/platform';
import { Module } from '@nestjs/common';
import {
  indexerMigrations,
  IndexerModule,
  indexerReaders,
  paperStateLoader,
  webhookReader,
  WebhooksModule,
  type WebhookSettings,
} from './index.ts';

/** Readers must be known before the process begins; what is wrong with the configuration is said when it does. */
function webhookSettings(): WebhookSettings {
  try {
    const { webhooks, webhookSecret } = loadConfig();
    return { webhooks, secret: webhookSecret ?? null };
  } catch {
    return { webhooks: [], secret: null };
  }
}

const settings = webhookSettings();

@Module({})
class IndexerProcess {}

await runService({
  name: 'indexer',
  version: codeVersion(import.meta.url),
  readers: [...indexerReaders, ...settings.webhooks.map(webhookReader)],
  announces: [TOPICS.paperState],
  pointerLoaders: (database) => new Map([[TOPICS.paperState, paperStateLoader(database)]]),
  migrations: [...pipelineMigrations, ...indexerMigrations],
  module: () => ({ module: IndexerProcess, imports: [IndexerModule, WebhooksModule.of(settings)] }),
});
