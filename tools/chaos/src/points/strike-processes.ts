import type { ServiceInstance } from '@diglot/stack';
import { waitFor } from '@diglot/testing';
import type { ProcessPoint, Strike, StrikeContext } from './crash-point.ts';

export interface Restarted {
  readonly instance: ServiceInstance;
  /** Of the life that it was started for; null where that has ended in its start, at its step, and another one runs. */
  readonly pid: number | null;
}

/** Whatever a busy machine needs until a step is reached. */
const PATIENCE_MILLISECONDS = 180_000;
/** A process is killed at its first pass of the step, or at the second: after a batch that went well. */
const PASSES = 2;

/** Kills one process of each service at its step, all in the same run; each is started again by whoever keeps it alive. */
export async function strikeProcesses(points: readonly ProcessPoint[], context: StrikeContext): Promise<Strike> {
  const armed = await Promise.all(
    points.map(async (point) => {
      // Only what every batch passes more than once is sure to be passed twice.
      const passes = point.failpoint.startsWith('watcher.') ? context.random.between(1, PASSES) : 1;
      return { point, ...(await restartArmed(context, point.service, `${point.failpoint}:${passes}`)) };
    }),
  );
  await context.load();
  await Promise.all(armed.map(({ point, instance, pid }) => untilReplaced(instance, pid, point.name)));
  return { kills: armed.length };
}

/** Starts the first process of a service again with a failpoint; the life after that has none. */
export async function restartArmed(
  { stack }: Pick<StrikeContext, 'stack'>,
  service: string,
  failpoint: string,
): Promise<Restarted> {
  return restartWith({ stack }, service, { DIGLOT_FAILPOINT: failpoint });
}

/** Starts the first process of a service again with other settings, for this one life. */
export async function restartWith(
  { stack }: Pick<StrikeContext, 'stack'>,
  service: string,
  environment: Readonly<Record<string, string>>,
): Promise<Restarted> {
  const instance = stack.instances(service)[0];
  if (!instance) throw new Error(`no ${service} runs`);
  await instance.stop();
  instance.override(environment);
  const isUp = await instance.start().then(
    () => true,
    () => false,
  );
  instance.override({});
  if (!isUp) await instance.start();
  return { instance, pid: isUp ? instance.pid : null };
}

/** Waits until another process has taken the place of the one that was to die. */
export async function untilReplaced(instance: ServiceInstance, pid: number | null, what: string): Promise<void> {
  await waitFor(async () => instance.pid !== null && instance.pid !== pid, {
    timeout: PATIENCE_MILLISECONDS,
    what: `${what}: the process did not die, or none came after it`,
  });
}
