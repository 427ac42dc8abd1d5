import { type DataSource, type Migration, MigrationExecutor, type QueryRunner } from 'typeorm';
import { messageOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { isConnectionLost } from './connection-lost.ts';

/** `migr` in ASCII: one lock for the whole database, so that services of one database take turns. */
const MIGRATION_LOCK = 0x6d696772;

/** `ParserCreateEntries1764000000000`: family, what it does, timestamp. */
const MIGRATION_NAME = /^([A-Z][a-z]+)[A-Z]\w*\d{13}$/;

/**
 * Brings the database up to date: all pending migrations in one transaction, under a lock that lives as long as it does.
 * So however many processes start at once, each finds the same schema, and a failure leaves everything as it was.
 * Services that share a database have families of migrations of their own and ignore those of others.
 *
 * @returns the names of the migrations that ran
 * @throws PlatformError `DIGLOT_DATA_NEWER` if the database holds a migration of one of our families that this build
 *   doesn't know, `DIGLOT_MIGRATION_FAILED` naming the migration; an error of the connection as it is
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    await runner.startTransaction();
    // An index on a large table takes longer than a statement may; another process may be at work on one.
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query('SET LOCAL lock_timeout = 0');
    await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const names = await runPending(new MigrationExecutor(dataSource, runner), dataSource);
    await runner.commitTransaction();
    return names;
  } catch (error) {
    await rollBack(runner);
    if (error instanceof PlatformError || isConnectionLost(error)) throw error;
    throw new PlatformError('DIGLOT_MIGRATION_FAILED', messageOf(error), { cause: error });
  } finally {
    if (!runner.isReleased) await runner.release();
  }
}

async function runPending(executor: MigrationExecutor, dataSource: DataSource): Promise<string[]> {
  const known = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const executed = (await executor.getExecutedMigrations()).map(({ name }) => name);
  const unknown = findUnknown(known, executed);
  if (unknown.length > 0) {
    throw new PlatformError(
      'DIGLOT_DATA_NEWER',
      `the database holds migrations of a newer version: ${unknown.join(', ')}`,
    );
  }
  const pending = await executor.getPendingMigrations();
  for (const migration of pending) await runOne(executor, migration);
  return pending.map(({ name }) => name);
}

async function runOne(executor: MigrationExecutor, migration: Migration): Promise<void> {
  try {
    await executor.executeMigration(migration);
  } catch (error) {
    if (isConnectionLost(error)) throw error;
    throw new PlatformError('DIGLOT_MIGRATION_FAILED', `${migration.name}: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * The executed migrations that belong to a family of the known ones, but are not among them.
 *
 * @throws PlatformError `DIGLOT_MIGRATION_FAILED` if a known one is not named as a migration must be
 */
export function findUnknown(known: readonly string[], executed: readonly string[]): string[] {
  const families = new Set(known.map(familyOf));
  const names = new Set(known);
  return executed.filter((name) => {
    const family = MIGRATION_NAME.exec(name)?.[1];
    return family !== undefined && families.has(family) && !names.has(name);
  });
}

function familyOf(name: string): string {
  const family = MIGRATION_NAME.exec(name)?.[1];
  if (family === undefined) {
    const detail = `${name} is not named like ParserCreateEntries1764000000000: family, what it does, timestamp`;
    throw new PlatformError('DIGLOT_MIGRATION_FAILED', detail);
  }
  return family;
}

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    if (runner.isTransactionActive && !runner.isReleased) await runner.rollbackTransaction();
  } catch {
    // The connection is gone, and the transaction with it; the error that led here says why.
  }
}
