export { codeOf, isError, messageOf } from './errors/errors.ts';
export { PlatformError, type PlatformErrorClass, type PlatformErrorCode } from './errors/platform-error.ts';
export { isConnectionLost } from './postgres/connection-lost.ts';
export {
  createDataSource,
  type DataSourceSettings,
  type MigrationClass,
  MIGRATIONS_TABLE,
} from './postgres/data-source.ts';
export { Database, inTransaction, openDatabase, Session, type Sql, type Transaction } from './postgres/database.ts';
export { checkSchema } from './postgres/check-schema.ts';
export { migrate } from './postgres/migrate.ts';
export {
  createLogger,
  LOG_FORMATS,
  LOG_LEVELS,
  type LogFormat,
  type Logger,
  type LoggerSettings,
  type LogLevel,
  silentLogger,
} from './logging/create-logger.ts';
export { serializeError, type SerializedError } from './logging/error-serializer.ts';
export { NestLogger } from './logging/nest-logger.ts';
export { withoutPasswords } from './logging/redaction.ts';
export { DataFolder, LAYOUT_VERSION, openDataFolder, readAddress } from './data-folder/data-folder.ts';
export { refuseOtherProfile, STACK_FILE } from './data-folder/refuse-other-profile.ts';
export { type EmbeddedPostgres, type PostgresAddress } from './embedded-postgres/embedded-postgres.ts';
export {
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
  type StartPhase,
} from './embedded-postgres/start-embedded-postgres.ts';
export { choosePort, USUAL_PORT } from './network/choose-port.ts';
export { findFreePort } from './network/free-port.ts';
export { cacheFolder, childEnvironment, javaHome, toolEnvironment } from './config/environment.ts';
export { gitEnvironment } from './config/git-environment.ts';
export { callerFolder, loadConfig } from './config/load-config.ts';
export { codeVersion } from './config/code-version.ts';
export { requireSettings } from './config/require-settings.ts';
export { type Config, SETTINGS } from './config/settings.ts';
export { drain, type DrainStep } from './lifecycle/drain.ts';
export { onStopSignal, type StopSignal } from './lifecycle/on-stop-signal.ts';
export { databaseCheck, eventLoopCheck } from './health/checks.ts';
export { HealthServer, type HealthServerOptions } from './health/health-server.ts';
export { Health, type HealthCheck, type HealthReport, type Probe } from './health/health.ts';
export { identify, isRunning, type ProcessIdentity } from './processes/process-identity.ts';
export { lastLinesOf, lengthOf, rotateLog } from './processes/process-log.ts';
export { type Ending, type SupervisedOptions, SupervisedProcess } from './processes/supervised-process.ts';
