export { CONFIGURATION_FILE, readConfiguration, type ReadConfiguration } from './configuration/read-configuration.ts';
export { SOURCE_STATES, type SourceState, type SourceStatus } from './leading/source-status.ts';
export { watcherMigrations } from './migrations/watcher-migrations.ts';
export type { PlacementTaken } from './placements/change.ts';
export {
  SOURCE_POLICIES,
  type FolderDefinition,
  type GitDefinition,
  type SourceDefinition,
  type SourcePolicy,
} from './sources/source-definition.ts';
export type { Clock, WatcherOptions } from './watcher-options.ts';
export { WatcherModule } from './watcher.module.ts';
export { WatcherService } from './watcher.service.ts';
