import { migrate, openDatabase } from '@diglot/platform';
import { testDatabase } from '@diglot/testing';
import { pipelineMigrations } from './pipeline-migrations.ts';

test('the migrations can be undone, and done again', async () => {
  const { url, drop } = await testDatabase();
  const database = await openDatabase({ url, applicationName: 'test', migrations: pipelineMigrations });
  const names = await migrate(database.dataSource);
  expect(names).toEqual(pipelineMigrations.map(({ name }) => name));
  for (const _ of names) await database.dataSource.undoLastMigration();
  expect(await database.rows(`SELECT FROM information_schema.schemata WHERE schema_name = 'pipeline'`)).toEqual([]);
  expect(await migrate(database.dataSource)).toEqual(names);
  await database.close();
  await drop();
});
