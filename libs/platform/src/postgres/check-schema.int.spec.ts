import { type TestDatabase, testDatabase } from '@diglot/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { checkSchema } from './check-schema.ts';
import { openDatabase } from './database.ts';
import type { MigrationClass } from './data-source.ts';
import { migrate } from './migrate.ts';

class TestCreateThings1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE things (id int)');
  }

  async down(): Promise<void> {}
}

class TestAddName1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE things ADD name text');
  }

  async down(): Promise<void> {}
}

const older = [TestCreateThings1764000000001];
const newer = [TestCreateThings1764000000001, TestAddName1764000000002];

let test_: TestDatabase;
beforeEach(async () => void (test_ = await testDatabase()));
afterEach(async () => await test_.drop());

async function connected<T>(
  migrations: readonly MigrationClass[],
  work: (dataSource: Awaited<ReturnType<typeof openDatabase>>['dataSource']) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ url: test_.url, applicationName: 'check', migrations });
  try {
    return await work(database.dataSource);
  } finally {
    await database.close();
  }
}

test('an empty database lacks everything', async () => {
  const check = connected(newer, checkSchema);
  await expect(check).rejects.toMatchObject({ code: 'DIGLOT_SCHEMA_OUTDATED', class: 'Fatal' });
  await expect(check).rejects.toThrow('TestCreateThings1764000000001, TestAddName1764000000002');
});

test('a database of an older build is refused, one of the same is taken, one of a newer is refused', async () => {
  await connected(older, migrate);
  await expect(connected(newer, checkSchema)).rejects.toThrow('the database lacks TestAddName1764000000002');
  await connected(newer, migrate);
  await expect(connected(newer, checkSchema)).resolves.toBeUndefined();
  await expect(connected(older, checkSchema)).rejects.toMatchObject({ code: 'DIGLOT_DATA_NEWER' });
});
