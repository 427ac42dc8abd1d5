import { randomUUID } from 'node:crypto';
import { silentLogger } from '@diglot/platform';
import { TcpFaultProxy, waitFor } from '@diglot/testing';
import { BullmqAlarmClock } from '../alarms/bullmq-alarm-clock.ts';
import type { AlarmClockFixture } from './alarm-clock.contract.ts';

/** BullMQ on a PostgreSQL or a Redis that can be out of reach; a queue of its own there. */
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
    onFatal: () => {},
  });
  // Whatever it keeps its alarms in, it is there now.
  await clock.clear();
  return {
    clock,
    beginOutage: async () => proxy.refuse(),
    endOutage: async () => proxy.restore(),
    beginHang: async () => proxy.setFault('black-hole'),
    endHang: async () => {
      proxy.cut();
      await proxy.restore();
    },
    close: async () => {
      await proxy.restore();
      await clock.close();
      // They end by themselves; to reset one that is just ending makes Node 20 spin when it exits.
      await waitFor(() => proxy.connections === 0);
      await proxy.close();
    },
  };
}
