import { askRedis } from './ask-redis.ts';

/** The keys of BullMQ: what is to be worked on at once, and what is to be later. What a worker has taken is in neither. */
const COUNT = `
  return redis.call('LLEN', KEYS[1] .. ':wait') + redis.call('ZCARD', KEYS[1] .. ':delayed')
    + redis.call('ZCARD', KEYS[1] .. ':prioritized')`;

/** How many alarms of a service Redis holds that nobody has taken yet. */
export async function waitingAlarms(port: number, service: string): Promise<number> {
  return Number(await askRedis(port, 'EVAL', COUNT, '1', `bull:diglot.${service}`));
}
