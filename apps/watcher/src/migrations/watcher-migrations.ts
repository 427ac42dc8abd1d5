import type { MigrationClass } from '@diglot/platform';
import { WatcherCreateTables1700000000101 } from './0001-create-tables.migration.ts';
import { WatcherKnowsKindsOfSources1700000000102 } from './0002-kinds-of-sources.migration.ts';
import { WatcherTakesRequests1700000000103 } from './0003-requests.migration.ts';
import { WatcherReplays1700000000104 } from './0004-replays.migration.ts';
import { WatcherAnnouncesSections1700000000105 } from './0005-announced-sections.migration.ts';
import { WatcherTellsOfScans1700000000106 } from './0006-scans.migration.ts';
import { WatcherTellsWhatReplaysHaveLeft1700000000107 } from './0007-replays-left.migration.ts';

/** All migrations of the watcher, oldest first. */
export const watcherMigrations: readonly MigrationClass[] = [
  WatcherCreateTables1700000000101,
  WatcherKnowsKindsOfSources1700000000102,
  WatcherTakesRequests1700000000103,
  WatcherReplays1700000000104,
  WatcherAnnouncesSections1700000000105,
  WatcherTellsOfScans1700000000106,
  WatcherTellsWhatReplaysHaveLeft1700000000107,
];
