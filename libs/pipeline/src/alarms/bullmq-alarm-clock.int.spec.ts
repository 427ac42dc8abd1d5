import { testDatabase, type TestDatabase } from '@diglot/testing';
import { alarmClockContract } from '../testing/alarm-clock.contract.ts';
import { bullmqAlarmClockFixture } from '../testing/bullmq-alarm-clock.fixture.ts';

let testing: TestDatabase;

beforeAll(async () => {
  testing = await testDatabase();
});
afterAll(async () => testing.drop());

alarmClockContract('BullMQ on PostgreSQL', async () => bullmqAlarmClockFixture(testing.url));
