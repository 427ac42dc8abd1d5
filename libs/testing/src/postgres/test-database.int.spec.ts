import type { MigrationInterface, QueryRunner } from 'typeorm';
import { testDatabase } from './test-database.ts';
import { testPostgres } from './test-postgres.ts';

class TestingCreateThings1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE things (name text)');
    await runner.query("INSERT INTO things VALUES ('from the template')");
  }

  async down(): Promise<void> {}
}

const migrations = [TestingCreateThings1764000000000];

test('every database is migrated and its own', async () => {
  const [first, second] = await Promise.all([testDatabase({ migrations }), testDatabase({ migrations })]);
  await first.database.run("INSERT INTO things VALUES ('mine')");
  expect(await first.database.rows('SELECT name FROM things')).toHaveLength(2);
  expect(await second.database.rows('SELECT name FROM things')).toEqual([{ name: 'from the template' }]);
  expect(first.url).not.toBe(second.url);
  await first.drop();
  await second.drop();
});

test('a dropped database is gone, also while somebody is connected', async () => {
  const { url, drop } = await testDatabase();
  const name = new URL(url).pathname.slice(1);
  await drop();
  const other = await testDatabase();
  expect(await other.database.rows('SELECT FROM pg_database WHERE datname = $1', [name])).toEqual([]);
  await other.drop();
});

test('the server is the same for every test of the run', async () => {
  expect(await testPostgres()).toBe(await testPostgres());
});
