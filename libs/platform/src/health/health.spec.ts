import { setTimeout as sleep } from 'node:timers/promises';
import { databaseCheck, eventLoopCheck } from './checks.ts';
import { Health } from './health.ts';

test('without checks, everything is well', async () => {
  expect(await new Health().report('live')).toEqual({ ok: true, reasons: [] });
});

test('a probe runs its own checks, and names those that fail', async () => {
  const health = new Health()
    .add('ready', 'drain', () => 'under way')
    .add('ready', 'consumers', async () => null)
    .add('ready', 'database', async () => {
      throw new Error('connection refused');
    })
    .add('ready', 'sources', () => {
      throw new Error('none');
    })
    .add('live', 'loop', () => null);
  expect(await health.report('ready')).toEqual({
    ok: false,
    reasons: ['drain: under way', 'database: connection refused', 'sources: none'],
  });
  expect(await health.report('live')).toEqual({ ok: true, reasons: [] });
});

test('a check that hangs fails, and does not hold up the others', async () => {
  const health = new Health(10)
    .add('live', 'stuck', () => new Promise(() => undefined))
    .add('live', 'well', () => null);
  expect(await health.report('live')).toEqual({ ok: false, reasons: ['stuck: no answer'] });
});

test('the database is asked', async () => {
  const asked: string[] = [];
  const sql = {
    rows: async () => [],
    run: async (statement: string) => asked.push(statement),
  };
  expect(await databaseCheck(sql)()).toBeNull();
  expect(asked).toEqual(['SELECT 1']);
});

test('an event loop that was held up is told, and one that was not is well', async () => {
  const [strict, patient] = [eventLoopCheck(100), eventLoopCheck(600_000)];
  await sleep(50);
  const end = performance.now() + 300;
  while (performance.now() < end);
  // Asked at once, as by whoever waited for an answer all the time.
  expect(await strict.check()).toMatch(/^DIGLOT_LOOP_BLOCKED: it was held up for \d{3,} ms$/);
  expect(await patient.check()).toBeNull();
  for (const { stop } of [strict, patient]) stop();
});
