import { setTimeout as sleep } from 'node:timers/promises';
import { TcpFaultProxy, waitFor } from '@diglot/testing';
import { isFrozen, signalTree } from './process-tree.ts';
import type { CrashPoint, StrikeContext } from './crash-point.ts';
import { releaseRelayLocks } from './release-relay-locks.statement.ts';
import { appendPoison } from './append-poison.ts';
import { forgetOffsets, untilReadAgain } from './lost-offsets.ts';
import { restartArmed, restartWith, untilReplaced } from './strike-processes.ts';

/** The session of the stack under chaos is 6 s; a reader that is silent for so long has lost its partitions. */
const SESSION_OVER_MILLISECONDS = 9000;
/** The lease of the stack under chaos is 3 s. */
const LEASE_OVER_MILLISECONDS = 6000;
const STORM_MILLISECONDS = 2500;
/** A cable that is cut for so long. */
const HALF_OPEN_MILLISECONDS = 10_000;
const PATIENCE_MILLISECONDS = 180_000;

/** Several processes of one service, frozen ones, cables, and events that cannot be processed. */
export const GROUP_POINTS: readonly CrashPoint[] = [
  {
    name: 'consumer.zombie',
    row: 'rebalance: a zombie still in C2',
    strike: (context) => awaken(context, 'translator', 'consumer.inside', () => sleep(SESSION_OVER_MILLISECONDS)),
  },
  {
    name: 'retry.overrun',
    row: 'R3 overruns the lease',
    strike: (context) => awaken(context, 'parser', 'retry.prepared', () => sleep(LEASE_OVER_MILLISECONDS)),
  },
  {
    name: 'retry.killed-twice',
    row: 'worker killed twice',
    strike: async (context) => {
      const { instance, pid: first } = await restartArmed(context, 'parser', 'retry.prepared');
      instance.override({ DIGLOT_FAILPOINT: 'retry.prepared' });
      await context.load();
      await untilReplaced(instance, first, 'the first death');
      const second = instance.pid;
      await untilReplaced(instance, second, 'the second death');
      instance.override({});
      return { kills: 2 };
    },
  },
  {
    name: 'sweeper.swept',
    row: 'C3 before C4; Redis down or hung',
    strike: async (context) => {
      const { instance, pid } = await restartArmed(context, 'parser', 'sweeper.swept');
      // Without alarms, what the first batch left to the retry workers is found by the sweeper.
      await context.stack.redis.kill();
      await context.load();
      await untilReplaced(instance, pid, 'sweeper.swept');
      await context.stack.redis.start();
      return { kills: 2 };
    },
  },
  {
    name: 'relay.zombie',
    row: 'two relays (lock lost)',
    strike: (context) =>
      awaken(context, 'indexer', 'relay.before-send', async () => {
        // As when a network parts the leader from PostgreSQL: its lock is gone, and it does not know.
        await releaseRelayLocks(context.database, 'diglot.indexer');
        await context.arrived();
      }),
  },
  {
    name: 'rebalance.storm',
    row: 'rebalance: a zombie still in C2',
    strike: async ({ stack, load }) => {
      const storm = (async () => {
        for (const count of [3, 1, 3, 1]) {
          await stack.scale('parser', count);
          await sleep(STORM_MILLISECONDS);
        }
      })();
      await load();
      await storm;
      return { kills: 4 };
    },
  },
  {
    name: 'group.offsets-lost',
    row: 'offsets expired',
    strike: async ({ stack, load, arrived }) => {
      await load();
      await arrived();
      await stack.scale('translator', 0);
      await forgetOffsets(stack.kafka.bootstrap);
      await stack.scale('translator', 1);
      await untilReadAgain(stack.kafka.bootstrap);
      return { kills: 1 };
    },
  },
  {
    name: 'network.half-open',
    row: 'Postgres restart, connections killed',
    strike: async (context) => {
      const proxy = await TcpFaultProxy.start(context.stack.postgres.port);
      const direct = context.stack.environmentOf('translator')['DIGLOT_DATABASE_URL'] ?? '';
      const address = new URL(direct);
      address.port = String(proxy.port);
      await restartWith(context, 'translator', { DIGLOT_DATABASE_URL: address.href });
      await context.load();
      proxy.setFault('black-hole');
      await sleep(HALF_OPEN_MILLISECONDS);
      proxy.setFault('none');
      proxy.cut();
      await context.arrived();
      await restartWith(context, 'translator', {});
      await proxy.close();
      return { kills: 1 };
    },
  },
  {
    name: 'event.poison',
    row: 'a poison message among good ones',
    strike: async ({ database, load }) => {
      await load();
      await appendPoison(database);
      return { kills: 0, deadLetters: 1 };
    },
  },
];

/**
 * Freezes a process at a step, lets another one of its service take over, and lets it go on later, as if nothing had been. The
 * other one comes only then: beside it, nobody knows which of the two comes to the step.
 */
async function awaken(
  context: StrikeContext,
  service: string,
  failpoint: string,
  meanwhile: () => Promise<void>,
): Promise<{ kills: number }> {
  const { stack, load } = context;
  const { pid } = await restartArmed(context, service, `${failpoint}:1:SIGSTOP`);
  if (pid === null) throw new Error(`${failpoint}: the process ended in its start`);
  try {
    await load();
    await waitFor(() => isFrozen(pid), { timeout: PATIENCE_MILLISECONDS, what: `${failpoint}: the process is frozen` });
    await stack.scale(service, 2);
    await meanwhile();
  } finally {
    // Whatever failed: what stays frozen would spoil the runs after this one.
    signalTree(pid, 'SIGCONT');
  }
  await context.arrived();
  await stack.scale(service, 1);
  return { kills: 1 };
}
