import type { MigrationClass } from '@diglot/platform';
import { WatcherCreateTables1700000000101 } from './0001-create-tables.migration.ts';

/** All migrations of the watcher, oldest first. */
export const watcherMigrations: readonly MigrationClass[] = [WatcherCreateTables1700000000101];
