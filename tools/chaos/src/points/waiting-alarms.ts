import { askRedis } from '@diglot/servers';

/** The keys of BullMQ: what is to be worked on at once, and what is to be later. What a worker has taken is in neither. */
const COUNT = `
  return redis.call('LLEN', KEYS[1] .. ':wait') + redis.call('ZCARD', KEYS[1] .. ':delayed')
    + redis.call('ZCARD', KEYS[1] .. ':prioritized')`;

/** How many alarms of a service Redis holds that nobody has taken yet. */
export async function waitingAlarms(redisUrl: string, service: string): Promise<number> {
  return Number(await askRedis(new URL(redisUrl), ['EVAL', COUNT, '1', `bull:diglot.${service}`]));
}

/**
 * What a strike at Redis would take.
 * @param retrying receipts that wait for an alarm
 * @throws Error when that is nothing: the strike would prove nothing
 */
export function requireAlarms(alarms: number, retrying: number): number {
  if (alarms > 0 && retrying > 0) return alarms;
  throw new Error(`there was nothing to lose: ${alarms} alarms in Redis, ${retrying} receipts that wait`);
}
