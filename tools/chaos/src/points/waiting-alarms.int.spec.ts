import { askRedis } from '@diglot/servers';
import { ownRedis, redisCanBeHad, type OwnRedis } from '@diglot/testing';
import { waitingAlarms } from './waiting-alarms.ts';

const withRedis = (await redisCanBeHad()) ? describe : describe.skip;

withRedis('what a Redis is asked', () => {
  let own: OwnRedis;
  beforeAll(async () => {
    own = await ownRedis();
  });
  afterAll(() => own.remove());

  it('counts the alarms that nobody has taken, of one service', async () => {
    const ask = (...command: string[]) => askRedis(new URL(own.redis.url), command);
    expect(await waitingAlarms(own.redis.url, 'translator')).toBe(0);
    await ask('LPUSH', 'bull:diglot.translator:wait', '1', '2');
    await ask('ZADD', 'bull:diglot.translator:delayed', '5', '3');
    await ask('LPUSH', 'bull:diglot.translator:active', '4');
    await ask('LPUSH', 'bull:diglot.parser:wait', '5');
    expect(await waitingAlarms(own.redis.url, 'translator')).toBe(3);
    await ask('FLUSHALL');
    expect(await waitingAlarms(own.redis.url, 'translator')).toBe(0);
  });

  it('says what is wrong with a command', async () => {
    await expect(askRedis(new URL(own.redis.url), ['NONSENSE'])).rejects.toThrow('Redis says ERR unknown command');
  });
});
