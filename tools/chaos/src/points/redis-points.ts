import { askRedis } from '@diglot/servers';
import { waitFor } from '@diglot/testing';
import { countOpen } from '../checks/count-open.statement.ts';
import { freeze, killAndStart } from './break-server.ts';
import type { CrashPoint, Strike, StrikeContext } from './crash-point.ts';
import { isFrozen, signalTree } from './process-tree.ts';
import { requireAlarms, waitingAlarms } from './waiting-alarms.ts';

const AWAY = 'C3 before C4; Redis down or hung';
/** Whose alarms are lost. */
const SERVICE = 'translator';
const PATIENCE_MILLISECONDS = 180_000;

/**
 * Breaks Redis, and mends it.
 * @param broken to be called once it is broken: from then on the service goes on
 */
type Break = (context: StrikeContext, broken: () => void) => Promise<void>;

/** Redis fails while alarms are in it. */
export const REDIS_POINTS: readonly CrashPoint[] = [
  point('redis.flush', 'Redis FLUSHALL, failover', async ({ stack }, broken) => {
    await askRedis(new URL(stack.redis.url), ['FLUSHALL']);
    const left = await waitingAlarms(stack.redis.url, SERVICE);
    if (left > 0) throw new Error(`Redis was emptied and holds ${left} alarms`);
    broken();
  }),
  point('redis.restart', AWAY, ({ stack }, broken) => killAndStart([stack.redis], 0, broken)),
  point('redis.outage', AWAY, ({ stack, outageSeconds }, broken) => killAndStart([stack.redis], outageSeconds, broken)),
  point('redis.hang', AWAY, ({ stack, outageSeconds }, broken) => freeze(stack.redis.pid, outageSeconds, broken)),
];

/**
 * Alarms are there for moments only, so the moment is held. A service is away until all its work is on its topic; what it
 * then finds in its first batches it leaves to its retry workers (docs/protocol.md, "Consumer"), each event by an alarm. It
 * is stopped in its tracks where the first of them is taken, with the others in Redis, and goes on once Redis is broken.
 */
function point(name: string, row: string, breakIt: Break): CrashPoint {
  return {
    name,
    row,
    strike: async (context) => {
      const instance = context.stack.instances(SERVICE)[0];
      if (!instance) throw new Error(`no ${SERVICE} runs`);
      await instance.stop();
      await context.load();
      await context.parsed();
      instance.override({ DIGLOT_FAILPOINT: 'retry.claimed:1:SIGSTOP' });
      // It may be stopped before it is ready, so its start ends only after the strike.
      const started = instance.start().then(
        () => null,
        (error: unknown) => ({ error }),
      );
      const isHeld = (): boolean => instance.pid !== null && isFrozen(instance.pid);
      const goOn = (): void => {
        if (instance.pid !== null) signalTree(instance.pid, 'SIGCONT');
      };
      try {
        await waitFor(isHeld, { timeout: PATIENCE_MILLISECONDS, what: `${name}: the ${SERVICE} takes an alarm` });
        const waiting = await waitingAlarms(context.stack.redis.url, SERVICE);
        const alarms = requireAlarms(waiting, (await countOpen(context.database)).retrying);
        await breakIt(context, goOn);
        return { kills: 1, alarms } satisfies Strike;
      } finally {
        instance.override({});
        goOn();
        const failure = await started;
        if (failure !== null) await instance.start();
      }
    },
  };
}
