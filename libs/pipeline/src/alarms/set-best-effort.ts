import type { Logger } from '@diglot/platform';
import type { Alarm, AlarmClock } from './alarm-clock.port.ts';
import { SET_MILLISECONDS } from './bullmq-alarm-clock.ts';

/** Sets alarms without ever failing or waiting long: what gets lost here the sweeper sets again (C4, R5). */
export async function setBestEffort(clock: AlarmClock, alarms: readonly Alarm[], logger: Logger): Promise<void> {
  if (alarms.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not set within ${SET_MILLISECONDS} ms`)), SET_MILLISECONDS);
  });
  try {
    await Promise.race([clock.set(alarms), timeout]);
  } catch (error) {
    logger.warn({ code: 'DIGLOT_ALARMS_UNAVAILABLE', alarms: alarms.length, err: error }, 'alarms left to the sweeper');
  } finally {
    clearTimeout(timer);
  }
}
