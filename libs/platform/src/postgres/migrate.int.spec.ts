import { type TestDatabase, testDatabase } from '@diglot/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openDatabase } from './database.ts';
import type { MigrationClass } from './data-source.ts';
import { findUnknown, migrate } from './migrate.ts';

/** A migration of one statement; TypeORM knows migrations by the names of their classes. */
function migration(name: string, sql: string): MigrationClass {
  const holder = {
    [name]: class implements MigrationInterface {
      async up(runner: QueryRunner): Promise<void> {
        await runner.query(sql);
      }

      async down(): Promise<void> {}
    },
  };
  return holder[name] as MigrationClass;
}

const createThings = migration('TestCreateThings1764000000001', 'CREATE TABLE things (id int)');
const addName = migration('TestAddName1764000000002', 'ALTER TABLE things ADD name text');
const slow = migration('TestSlow1764000000003', 'SELECT pg_sleep(2)');
const wrong = migration('TestWrong1764000000004', 'ALTER TABLE nowhere ADD name text');
const ofOther = migration('OtherCreateOthers1764000000001', 'CREATE TABLE others (id int)');

let test_: TestDatabase;
beforeEach(async () => void (test_ = await testDatabase()));
afterEach(async () => await test_.drop());

async function migrateWith(migrations: readonly MigrationClass[], limits: { statementTimeout?: number } = {}) {
  const database = await openDatabase({ url: test_.url, applicationName: 'migrate', migrations, ...limits });
  try {
    return await migrate(database.dataSource);
  } finally {
    await database.close();
  }
}

const tables = async (): Promise<string[]> => {
  const sql = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename";
  return (await test_.database.rows<{ tablename: string }>(sql)).map(({ tablename }) => tablename);
};

test('pending migrations run once, in the order of their timestamps', async () => {
  expect(await migrateWith([addName, createThings])).toEqual([
    'TestCreateThings1764000000001',
    'TestAddName1764000000002',
  ]);
  expect(await migrateWith([addName, createThings])).toEqual([]);
  expect(await test_.database.rows('SELECT id, name FROM things')).toEqual([]);
});

test('processes that start together take turns: one migrates, the others find it done', async () => {
  const all = [createThings, addName, slow];
  // The statement timeout is shorter than the migration, and than the wait for it.
  const done = await Promise.all([1, 2, 3].map(() => migrateWith(all, { statementTimeout: 1000 })));
  expect(done.map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([0, 0, 3]);
});

test('a failure names the migration and leaves the database as it was', async () => {
  await migrateWith([createThings]);
  const work = migrateWith([createThings, addName, wrong]);
  await expect(work).rejects.toMatchObject({ code: 'DIGLOT_MIGRATION_FAILED', class: 'Fatal' });
  await expect(work).rejects.toThrow(/TestWrong1764000000004: relation "nowhere" does not exist/);
  // Not even the migration before it: the former version still starts.
  expect(await migrateWith([createThings])).toEqual([]);
});

test('a failure on an empty database leaves it empty', async () => {
  await expect(migrateWith([createThings, wrong])).rejects.toMatchObject({ code: 'DIGLOT_MIGRATION_FAILED' });
  expect(await tables()).toEqual([]);
});

test('an older build refuses what a newer one has migrated', async () => {
  await migrateWith([createThings, addName]);
  const work = migrateWith([createThings]);
  await expect(work).rejects.toMatchObject({ code: 'DIGLOT_DATA_NEWER', class: 'Fatal' });
  await expect(work).rejects.toThrow('TestAddName1764000000002');
});

test('services that share a database ignore the migrations of each other', async () => {
  await migrateWith([createThings]);
  expect(await migrateWith([ofOther])).toEqual(['OtherCreateOthers1764000000001']);
  expect(await migrateWith([createThings])).toEqual([]);
});

test('an ended connection is no failed migration', async () => {
  const dying = migration('TestDying1764000000005', 'SELECT pg_terminate_backend(pg_backend_pid())');
  const error: unknown = await migrateWith([dying]).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: '57P01' });
});

test('a migration must be named by family, deed and timestamp', () => {
  expect(() => findUnknown(['createThings1764000000001'], [])).toThrow('createThings1764000000001 is not named like');
  expect(() => findUnknown(['TestCreateThings'], [])).toThrow('DIGLOT_MIGRATION_FAILED');
  expect(findUnknown(['ParserA1764000000001'], ['ParserB1764000000002', 'WatcherA1764000000001', 'odd'])).toEqual([
    'ParserB1764000000002',
  ]);
});
