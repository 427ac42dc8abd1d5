import { randomUUID } from 'node:crypto';
import { openDatabase, silentLogger } from '@diglot/platform';
import { testDatabase } from '@diglot/testing';
import { OutboxBus, type OutboxBusOptions } from '../bus/outbox-bus.ts';
import { pipelineMigrations } from '../migrations/pipeline-migrations.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import type { BusFixture } from './bus.contract.ts';

/** The outbox as a bus, on a database of its own. */
export async function outboxBusFixture(options: Partial<OutboxBusOptions> = {}): Promise<BusFixture> {
  const { database, url, drop } = await testDatabase({ migrations: pipelineMigrations });
  const buses: OutboxBus[] = [];
  // The producer's connections are its own, so that `disconnect` is felt by readers only.
  const producer = await openDatabase({ url, applicationName: 'producer', poolSize: 2 });
  const bus = (): OutboxBus => {
    const made = new OutboxBus({
      database,
      logger: silentLogger,
      pollMilliseconds: 25,
      pointerLoaders: new Map(),
      onFatal: () => {},
      ...options,
    });
    buses.push(made);
    return made;
  };
  return {
    database,
    bus,
    topic: async () => `test.${randomUUID()}`,
    write: async (topic, records) =>
      producer.transaction((tx) =>
        appendToOutbox(
          tx,
          records.map(({ key, headers, value }) => ({ eventId: randomUUID(), topic, key, headers, payload: value })),
        ),
      ),
    disconnect: async () => {
      await producer.run(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'test'`,
      );
    },
    close: async () => {
      await Promise.all(buses.map((each) => each.close()));
      await producer.close();
      await drop();
    },
  };
}
