import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule, type ApiSettings } from '@diglot/api';
import { IndexerModule, WebhooksModule, type WebhookSettings } from '@diglot/indexer';
import { ParserModule } from '@diglot/parser';
import { RuntimeModule, type Runtime } from '@diglot/pipeline';
import { TranslatorModule } from '@diglot/translator';
import { WatcherModule, type WatcherOptions } from '@diglot/watcher';

/** Every service in one process: the embedded profile. */
@Module({})
export class StandaloneModule {
  /** @param verification false: texts get no verdicts, for measurements */
  static of(
    runtime: Runtime,
    api: ApiSettings,
    watcher: Partial<WatcherOptions>,
    webhooks: WebhookSettings,
    verification = true,
  ): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        RuntimeModule.of(runtime),
        WatcherModule.of(watcher),
        ParserModule,
        verification ? TranslatorModule : TranslatorModule.withoutVerification(),
        IndexerModule,
        WebhooksModule.of(webhooks),
        ApiModule.of(api),
      ],
    };
  }
}
