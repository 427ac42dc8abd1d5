import { Test } from '@nestjs/testing';
import { TOPICS, stateFact } from '@diglot/contracts';
import {
  HandThroughFilter,
  OutboxBus,
  RuntimeModule,
  StageHost,
  announce,
  appendToOutbox,
  pipelineMigrations,
  type Alarm,
  type AlarmClock,
} from '@diglot/pipeline';
import { silentLogger } from '@diglot/platform';
import { testDatabase, waitFor, type TestDatabase } from '@diglot/testing';
import { translatorMigrations, translatorReaders, TranslatorModule } from './index.ts';
import { JUDGING_THREADS } from './judging/judging-threads.ts';
import { ENGINES } from './testing/engines.ts';
import { SOUND, entry } from './testing/entries.ts';

/** Rings when an alarm is due, and forgets everything when its process ends. */
function forgetfulClock(): AlarmClock {
  let ring: (alarm: Alarm) => Promise<void> = async () => undefined;
  return {
    set: async (alarms) =>
      alarms.forEach((alarm) => setTimeout(() => void ring(alarm), Math.max(0, alarm.at.getTime() - Date.now()))),
    start: async (callback) => void (ring = callback),
    stop: async () => undefined,
    clear: async () => undefined,
    close: async () => undefined,
  };
}

let test: TestDatabase;
beforeEach(async () => {
  test = await testDatabase({ migrations: [...pipelineMigrations, ...translatorMigrations] });
});
afterEach(() => test.drop());

it('a text that kills every thread that judges it ends as a dead letter, and all others go on', async () => {
  const { database } = test;
  const bus = new OutboxBus({
    database,
    logger: silentLogger,
    pollMilliseconds: 20,
    pointerLoaders: new Map(),
    onFatal: () => undefined,
  });
  const runtime = { database, bus, logger: silentLogger };
  const host = new StageHost({
    ...runtime,
    readers: translatorReaders,
    alarms: forgetfulClock(),
    random: () => 0.5,
    serviceVersion: 'test',
    leaseSeconds: 30,
    sweepSeconds: 3600,
  });
  const module = await Test.createTestingModule({ imports: [RuntimeModule.of(runtime), TranslatorModule] })
    .overrideProvider(JUDGING_THREADS)
    .useFactory({ factory: ENGINES.mortal })
    .compile();
  const application = module.createNestMicroservice({ strategy: host });
  application.useGlobalFilters(new HandThroughFilter());
  await application.listen();

  const entries = [
    entry(1, SOUND, '2025-11-01'),
    entry(2, SOUND, '2025-11-02', 'KILL it'),
    entry(3, SOUND, '2025-11-03'),
  ];
  await database.transaction((tx) =>
    appendToOutbox(
      tx,
      entries.map((data) => announce(stateFact('paper.parsed', { revision: 1, data }))),
    ),
  );
  bus.wake([TOPICS.paperParsed]);
  const receipts = (): Promise<{ key: string; status: string; error: string | null }[]> =>
    database.rows(
      `SELECT key, status, error_code AS error FROM pipeline.inbox WHERE consumer = 'diglot.translator' ORDER BY key`,
    );
  await waitFor(
    async () => {
      const all = await receipts();
      return all.length === 3 && all.every(({ status }) => status !== 'retrying');
    },
    { timeout: 240_000 },
  );
  expect(await receipts()).toEqual([
    { key: '2511.00001', status: 'done', error: null },
    { key: '2511.00002', status: 'dead', error: 'DIGLOT_THREAD_CRASHED' },
    { key: '2511.00003', status: 'done', error: null },
  ]);
  const announced = await database.rows<{ key: string }>(
    'SELECT key FROM pipeline.outbox WHERE topic = $1 ORDER BY key',
    [TOPICS.paperTranslated],
  );
  expect(announced.map(({ key }) => key)).toEqual(['2511.00001', '2511.00003']);
  await application.close();
  await bus.close();
});
