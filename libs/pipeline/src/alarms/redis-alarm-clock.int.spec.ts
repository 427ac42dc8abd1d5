import { classify } from '@diglot/domain';
import { findFreePort, silentLogger } from '@diglot/platform';
import { ownRedis, redisCanBeHad, testRedis, waitFor, type OwnRedis } from '@diglot/testing';
import { Redis } from 'ioredis';
import { alarmClockContract } from '../testing/alarm-clock.contract.ts';
import { bullmqAlarmClockFixture } from '../testing/bullmq-alarm-clock.fixture.ts';
import type { Alarm } from './alarm-clock.port.ts';
import { BullmqAlarmClock } from './bullmq-alarm-clock.ts';

const withRedis = (await redisCanBeHad()) ? describe : describe.skip;

const alarm: Alarm = { consumer: 'test', eventId: 'e', redrives: 0, attempt: 0, epoch: 0, at: new Date(0) };
const options = { queue: 'test', concurrency: 1, logger: silentLogger, onFatal: () => {} };

withRedis('with Redis', () => {
  alarmClockContract('BullMQ on Redis', async () => bullmqAlarmClockFixture(await testRedis()));

  describe('a Redis of its own', () => {
    let own: OwnRedis;
    let clock: BullmqAlarmClock;
    let rung: Alarm[];

    beforeEach(async () => {
      own = await ownRedis();
      rung = [];
      clock = new BullmqAlarmClock({ ...options, connectionString: own.redis.url });
      await clock.start(async (each) => void rung.push(each));
    });
    afterEach(async () => {
      await clock.close();
      await own.remove();
    });

    const set = async (each: Alarm): Promise<void> => {
      await waitFor(async () => {
        await clock.set([each]);
        return true;
      });
    };

    it('forgets everything when it is emptied, and takes the same alarms anew', async () => {
      const later = { ...alarm, at: new Date(Date.now() + 60_000) };
      await set(later);
      const client = new Redis(own.redis.url);
      await client.flushall();
      client.disconnect();
      await set(alarm);
      await waitFor(() => rung.length === 1);
      expect(rung).toEqual([alarm]);
    });

    it('rings after a restart of the server', async () => {
      await set(alarm);
      await waitFor(() => rung.length === 1);
      await own.redis.kill();
      // What was in hand when the connection broke says so in its own words; then the clock knows.
      const refusal = (): Promise<unknown> => clock.set([{ ...alarm, epoch: 1 }]).catch((error: unknown) => error);
      await expect(waitFor(async () => classify(await refusal()).code === 'DIGLOT_ALARMS_UNAVAILABLE')).resolves.toBe(
        true,
      );
      await own.redis.start();
      await set({ ...alarm, epoch: 2 });
      await waitFor(() => rung.some(({ epoch }) => epoch === 2));
    });
  });

  test('a clock whose server is not there starts, refuses alarms at once, and rings once it is there', async () => {
    const port = await findFreePort();
    const clock = new BullmqAlarmClock({ ...options, connectionString: `redis://127.0.0.1:${port}` });
    const rung: Alarm[] = [];
    await clock.start(async (each) => void rung.push(each));
    await expect(clock.set([alarm])).rejects.toMatchObject({ code: 'DIGLOT_ALARMS_UNAVAILABLE' });
    const { remove } = await ownRedis({ port });
    await waitFor(async () => {
      await clock.set([alarm]);
      return true;
    });
    await waitFor(() => rung.length === 1);
    await clock.close();
    await remove();
  });
});
