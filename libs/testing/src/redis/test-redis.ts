import { findRedis } from '@diglot/servers';
import { knock } from '../door/knock.ts';
import { canBeHad } from '../processes/can-be-had.ts';

/**
 * The address of the Redis that this test run shares. Name queues by {@link uniqueName}, never empty it, and ask
 * {@link redisCanBeHad} first.
 */
export async function testRedis(): Promise<string> {
  return await knock('REDIS');
}

/**
 * Whether there is a Redis for tests, downloaded if need be; if not, what needs it is left out by name:
 * `const withRedis = (await redisCanBeHad()) ? describe : describe.skip`.
 */
export async function redisCanBeHad(): Promise<boolean> {
  return await canBeHad('whatever needs Redis', async () => await findRedis());
}
