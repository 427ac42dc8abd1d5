import type { Logger } from '@diglot/platform';
import type { Alarm, AlarmClock } from './alarm-clock.port.ts';

/** A reader or a worker waits no longer for the clock: the sweeper sets what is missing. */
const SET_MILLISECONDS = 250;

/**
 * Sets alarms without ever failing or waiting long: what gets lost here the sweeper sets again (C4, R5).
 * @param milliseconds how long to wait at most; what is not set by then may still be
 */
export async function setBestEffort(
  clock: AlarmClock,
  alarms: readonly Alarm[],
  logger: Logger,
  milliseconds = SET_MILLISECONDS,
): Promise<void> {
  if (alarms.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not set within ${milliseconds} ms`)), milliseconds);
  });
  try {
    await Promise.race([clock.set(alarms), timeout]);
  } catch (error) {
    logger.warn({ code: 'DIGLOT_ALARMS_UNAVAILABLE', alarms: alarms.length, err: error }, 'alarms left to the sweeper');
  } finally {
    clearTimeout(timer);
  }
}
