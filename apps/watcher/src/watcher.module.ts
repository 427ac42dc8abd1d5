import { Module, type DynamicModule } from '@nestjs/common';
import { ReplayService } from './replaying/replay.service.ts';
import { WatcherService } from './watcher.service.ts';
import { DEFAULT_OPTIONS, WATCHER_OPTIONS, type WatcherOptions } from './watcher-options.ts';

/** The watcher as a service of a process that has imported `RuntimeModule`. It watches once `start` is called. */
@Module({})
export class WatcherModule {
  static of(options: Partial<WatcherOptions> = {}): DynamicModule {
    return {
      module: WatcherModule,
      providers: [
        WatcherService,
        ReplayService,
        { provide: WATCHER_OPTIONS, useValue: { ...DEFAULT_OPTIONS, ...options } },
      ],
      exports: [WatcherService],
    };
  }
}
