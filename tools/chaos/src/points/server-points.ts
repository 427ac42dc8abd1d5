import { kill } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freeze, killAndStart } from './break-server.ts';
import type { CrashPoint, StrikeContext } from './crash-point.ts';
import { signalTree } from './process-tree.ts';
import { terminateBackends } from './terminate-backends.statement.ts';

/** How long after the first file the fault comes: something is under way then. */
const UNDER_WAY_MILLISECONDS = 1500;
/** A broker that does not answer for so long has lost its place among the others. */
const HANG_SECONDS = 10;

/** Kafka and PostgreSQL fail. */
export const SERVER_POINTS: readonly CrashPoint[] = [
  point('postgres.restart', 'Postgres restart, connections killed', async ({ stack }) => {
    // The fast shutdown; whoever keeps it alive starts it again.
    if (stack.postgres.pid !== null) kill(stack.postgres.pid, 'SIGINT');
  }),
  point('postgres.kill', 'Postgres restart, connections killed', async ({ stack }) => {
    if (stack.postgres.pid !== null) signalTree(stack.postgres.pid, 'SIGKILL');
  }),
  point('postgres.terminate-backends', 'Postgres restart, connections killed', async ({ database }) => {
    await terminateBackends(database);
  }),
  point('postgres.outage', 'Postgres restart, connections killed', ({ stack, outageSeconds }) =>
    freeze(stack.postgres.pid, outageSeconds),
  ),
  point('broker.one-of-three', 'one of three brokers killed during a send', async ({ stack, random }) => {
    await killAndStart([random.pick(stack.kafka.brokers)]);
  }),
  point('broker.restart', 'broker restart, controller change', ({ stack }) => killAndStart(stack.kafka.brokers)),
  point('broker.hang', 'broker restart, controller change', async ({ stack, random }) => {
    await freeze(random.pick(stack.kafka.brokers).pid, HANG_SECONDS);
  }),
  point('broker.outage', 'broker restart, controller change', ({ stack, outageSeconds }) =>
    killAndStart(stack.kafka.brokers, outageSeconds),
  ),
];

/** Loads, waits until something is under way, breaks it. */
function point(name: string, row: string, breakIt: (context: StrikeContext) => Promise<void>): CrashPoint {
  return {
    name,
    row,
    strike: async (context) => {
      await context.load();
      await sleep(UNDER_WAY_MILLISECONDS * context.random.fraction());
      await breakIt(context);
      return { kills: 1 };
    },
  };
}
