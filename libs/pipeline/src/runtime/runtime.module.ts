import { Module, type DynamicModule } from '@nestjs/common';
import { Database, type Logger } from '@diglot/platform';
import type { Bus } from '../bus/bus.port.ts';

/** Injection token of the {@link Bus}. */
export const BUS = Symbol('Bus');
/** Injection token of the process's logger. */
export const LOGGER = Symbol('Logger');

/** What the process gives to every service in it. */
export interface Runtime {
  readonly database: Database;
  readonly bus: Bus;
  readonly logger: Logger;
}

/** Makes the process's database, bus and logger injectable everywhere. */
@Module({})
export class RuntimeModule {
  static of({ database, bus, logger }: Runtime): DynamicModule {
    const providers = [
      { provide: Database, useValue: database },
      { provide: BUS, useValue: bus },
      { provide: LOGGER, useValue: logger },
    ];
    return { module: RuntimeModule, global: true, providers, exports: providers };
  }
}
