import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';

/** A class of TypeORM's; its name starts with the family it belongs to and ends in a timestamp of 13 digits. */
export type MigrationClass = new () => MigrationInterface;

export interface DataSourceSettings {
  /** `postgres://user:password@host:port/database`; `?sslmode=…` as libpq has it. */
  readonly url: string;
  /** What `pg_stat_activity` shows. */
  readonly applicationName: string;
  readonly migrations?: readonly MigrationClass[];
  readonly entities?: readonly (EntitySchema | (new () => object))[];
  /** Connections at most; 10 by default. */
  readonly poolSize?: number;
  /** Milliseconds after which the server ends a statement; 30 000 by default. */
  readonly statementTimeout?: number;
  /** Milliseconds that a statement waits for a lock; 10 000 by default. */
  readonly lockTimeout?: number;
  /**
   * Milliseconds after which the server ends a transaction that does nothing; 30 000 by default. Never off:
   * a transaction left open holds back every reader of the outbox.
   */
  readonly idleInTransactionTimeout?: number;
  /** Milliseconds to wait for a connection, new or free; 10 000 by default. */
  readonly connectTimeout?: number;
  /** Told of connections that die while nobody uses them. The pool replaces them by itself. */
  readonly onIdleConnectionLost?: (error: Error) => void;
}

/** Where TypeORM notes the migrations that ran. */
export const MIGRATIONS_TABLE = 'diglot_migrations';

/**
 * A TypeORM data source, not yet connected: no `synchronize`, READ COMMITTED, the three timeouts of every session set
 * at its start. Most want {@link openDatabase} instead.
 */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName,
    entities: [...(settings.entities ?? [])],
    migrations: [...(settings.migrations ?? [])],
    migrationsTableName: MIGRATIONS_TABLE,
    poolSize: settings.poolSize ?? 10,
    connectTimeoutMS: settings.connectTimeout ?? 10_000,
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolErrorHandler: (error: Error) => settings.onIdleConnectionLost?.(error),
    extra: {
      statement_timeout: settings.statementTimeout ?? 30_000,
      lock_timeout: settings.lockTimeout ?? 10_000,
      idle_in_transaction_session_timeout: settings.idleInTransactionTimeout ?? 30_000,
      options: '-c default_transaction_isolation=read\\ committed',
      // Notices a peer that is gone without a word; the default of most systems is two hours.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    },
  });
}

/**
 * Milliseconds after which a client stops waiting for an answer: the server would have ended the statement before, so
 * whoever is silent for longer cannot be reached. Without it a connection cut without a word blocks for ever.
 */
export function replyTimeoutOf(dataSource: DataSource): number {
  const extra: unknown = dataSource.options.extra;
  const limit = extra instanceof Object && 'statement_timeout' in extra ? Number(extra.statement_timeout) : 30_000;
  return limit + Math.min(limit, 5_000);
}
