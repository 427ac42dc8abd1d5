import { findFreePort, silentLogger } from '@diglot/platform';
import { testDatabase, type TestDatabase } from '@diglot/testing';
import { alarmClockContract } from '../testing/alarm-clock.contract.ts';
import { bullmqAlarmClockFixture } from '../testing/bullmq-alarm-clock.fixture.ts';
import { BullmqAlarmClock } from './bullmq-alarm-clock.ts';

let testing: TestDatabase;

beforeAll(async () => {
  testing = await testDatabase();
});
afterAll(async () => testing.drop());

alarmClockContract('BullMQ on PostgreSQL', async () => bullmqAlarmClockFixture(testing.url));

test('a clock whose server is not there says so when it starts, and can be closed', async () => {
  const nobody = `postgres://nobody@127.0.0.1:${await findFreePort()}/nothing`;
  const options = { queue: 'test', connectionString: nobody, concurrency: 1, logger: silentLogger, onFatal: () => {} };
  const clock = new BullmqAlarmClock(options);
  await expect(clock.start(async () => {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await clock.close();
});

test("two processes that start at once make BullMQ's tables together", async () => {
  const { url, drop } = await testDatabase();
  const options = { queue: 'test', connectionString: url, concurrency: 1, logger: silentLogger, onFatal: () => {} };
  const clocks = [new BullmqAlarmClock(options), new BullmqAlarmClock(options)];
  await expect(Promise.all(clocks.map((clock) => clock.start(async () => {})))).resolves.toHaveLength(2);
  await Promise.all(clocks.map((clock) => clock.close()));
  await drop();
});
