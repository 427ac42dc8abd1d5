import { randomUUID } from 'node:crypto';
import { silentLogger } from '@diglot/platform';
import { TcpFaultProxy } from '@diglot/testing';
import { BullmqAlarmClock } from '../alarms/bullmq-alarm-clock.ts';
import type { AlarmClockFixture } from './alarm-clock.contract.ts';

/** BullMQ on a PostgreSQL that can be out of reach; a queue of its own in the given database. */
export async function bullmqAlarmClockFixture(url: string): Promise<AlarmClockFixture> {
  const address = new URL(url);
  const proxy = await TcpFaultProxy.start(Number(address.port));
  address.hostname = '127.0.0.1';
  address.port = String(proxy.port);
  const clock = new BullmqAlarmClock({
    queue: `test-${randomUUID()}`,
    connectionString: address.href,
    concurrency: 4,
    logger: silentLogger,
  });
  return {
    clock,
    beginOutage: async () => proxy.refuse(),
    endOutage: async () => proxy.restore(),
    close: async () => {
      await proxy.restore();
      await clock.close();
      await proxy.close();
    },
  };
}
