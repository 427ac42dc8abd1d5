import type { DataSource } from 'typeorm';
import { codeOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { MIGRATIONS_TABLE } from './data-source.ts';
import { Database } from './database.ts';
import { findUnknown } from './migrate.ts';

/** SQLSTATE: there is no such table. */
const UNDEFINED_TABLE = '42P01';

/**
 * Checks that the database is as the migrations of this build leave it, for processes that don't migrate by themselves.
 *
 * @throws PlatformError `DIGLOT_SCHEMA_OUTDATED` naming the migrations that are missing, `DIGLOT_DATA_NEWER` if the database
 *   holds one of our families that this build doesn't know; an error of the connection as it is
 */
export async function checkSchema(dataSource: DataSource): Promise<void> {
  const known = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const executed = await executedMigrations(new Database(dataSource));
  const unknown = findUnknown(known, executed);
  if (unknown.length > 0) {
    throw new PlatformError(
      'DIGLOT_DATA_NEWER',
      `the database holds migrations of a newer version: ${unknown.join(', ')}`,
    );
  }
  const done = new Set(executed);
  const missing = known.filter((name) => !done.has(name));
  if (missing.length > 0) throw new PlatformError('DIGLOT_SCHEMA_OUTDATED', `the database lacks ${missing.join(', ')}`);
}

async function executedMigrations(database: Database): Promise<string[]> {
  try {
    const rows = await database.rows<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`);
    return rows.map(({ name }) => name);
  } catch (error) {
    if (codeOf(error) === UNDEFINED_TABLE) return [];
    throw error;
  }
}
