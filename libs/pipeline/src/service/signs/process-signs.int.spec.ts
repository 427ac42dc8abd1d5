import { silentLogger } from '@diglot/platform';
import { testDatabase, waitFor, type TestDatabase } from '@diglot/testing';
import { pipelineMigrations } from '../../migrations/pipeline-migrations.ts';
import { deferred } from '../../testing/deferred.ts';
import { ProcessHealth } from '../process-health.ts';
import { ProcessSigns } from './process-signs.ts';

let testing: TestDatabase;

beforeAll(async () => {
  testing = await testDatabase({ migrations: pipelineMigrations });
});
afterAll(async () => testing.drop());

const rows = async () =>
  testing.database.rows<{ service: string; ready: boolean; reasons: string[] }>(
    'SELECT service, ready, reasons FROM pipeline.process_view ORDER BY service',
  );
const signs = (service: string, health: ProcessHealth) =>
  new ProcessSigns({
    service,
    version: '1.2.3',
    database: testing.database,
    health,
    logger: silentLogger,
    intervalMilliseconds: 20,
  });

it('says how its process is until that ends in order', async () => {
  const health = new ProcessHealth();
  health.isStarting('it is starting');
  const living = signs('parser', health);
  living.start();
  await waitFor(async () => (await rows()).length === 1);
  expect(await rows()).toEqual([{ service: 'parser', ready: false, reasons: ['it is starting'] }]);
  health.started(() => []);
  await waitFor(async () => (await rows())[0]?.ready);
  health.beginDrain();
  await living.give();
  expect(await rows()).toEqual([{ service: 'parser', ready: false, reasons: ['draining'] }]);
  await living.stop();
  expect(await rows()).toEqual([]);
});

it('goes on after the database refused a sign, and forgets who died long ago', async () => {
  await testing.database.run(
    `INSERT INTO pipeline.processes (id, service, version, seen_at, ready, reasons) VALUES
       (gen_random_uuid(), 'long dead', '', now() - interval '2 hours', true, '{}'),
       (gen_random_uuid(), 'dead', '', now() - interval '2 minutes', true, '{}')`,
  );
  await testing.database.run('ALTER TABLE pipeline.processes RENAME TO away');
  const health = new ProcessHealth();
  health.started(() => []);
  const living = signs('parser', health);
  await living.give();
  living.start();
  await testing.database.run('ALTER TABLE pipeline.away RENAME TO processes');
  await waitFor(async () => (await rows()).some(({ service }) => service === 'parser'));
  expect((await rows()).map(({ service }) => service)).toEqual(['dead', 'parser']);
  await living.stop();
});

it('a sign that is under way when the process ends is not what stays', async () => {
  const asked = deferred();
  const leaving = new ProcessSigns({
    service: 'late',
    version: '1.2.3',
    database: testing.database,
    health: { readiness: () => asked.promise.then(() => ({ ready: false, reasons: ['draining'] })) },
    logger: silentLogger,
  });
  const given = leaving.give();
  const stopped = leaving.stop();
  asked.resolve();
  await Promise.all([given, stopped]);
  expect((await rows()).filter(({ service }) => service === 'late')).toEqual([]);
});
