import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule, type ApiSettings } from '@diglot/api';
import { IndexerModule } from '@diglot/indexer';
import { ParserModule } from '@diglot/parser';
import { RuntimeModule, type Runtime } from '@diglot/pipeline';
import { TranslatorModule } from '@diglot/translator';
import { WatcherModule, type WatcherOptions } from '@diglot/watcher';

/** Every service in one process: the embedded profile. */
@Module({})
export class StandaloneModule {
  static of(runtime: Runtime, api: ApiSettings, watcher: Partial<WatcherOptions>): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        RuntimeModule.of(runtime),
        WatcherModule.of(watcher),
        ParserModule,
        TranslatorModule,
        IndexerModule,
        ApiModule.of(api),
      ],
    };
  }
}
