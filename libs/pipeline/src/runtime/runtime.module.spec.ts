import { Inject, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Database, silentLogger, type Logger } from '@diglot/platform';
import type { Bus } from '../bus/bus.port.ts';
import { BUS, LOGGER, RuntimeModule } from './runtime.module.ts';

const database = Object.create(Database.prototype) as Database;
const bus = { wake: () => {} } as unknown as Bus;

@Injectable()
class Repository {
  readonly given: readonly unknown[];

  constructor(given: Database, @Inject(BUS) wakes: Bus, @Inject(LOGGER) logger: Logger) {
    this.given = [given, wakes, logger];
  }
}

/** A service, which imports nothing of the process. */
@Module({ providers: [Repository] })
class Service {}

@Module({ imports: [RuntimeModule.of({ database, bus, logger: silentLogger }), Service] })
class Root {}

test('every service gets the database, the bus and the logger of its process', async () => {
  const application = await NestFactory.createApplicationContext(Root, { logger: false });
  expect(application.get(Repository, { strict: false }).given).toEqual([database, bus, silentLogger]);
  await application.close();
});
