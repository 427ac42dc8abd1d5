import type { DataSource, EntityManager } from 'typeorm';
import { Connection } from './connection.ts';
import { createDataSource, type DataSourceSettings } from './data-source.ts';

/**
 * Runs SQL. Values are those of node-postgres: `bigint`, `numeric` and `xid8` are strings, `timestamptz` is a Date,
 * `bytea` a Buffer, `jsonb` a value.
 *
 * @throws an error whose `code` is the SQLSTATE, or `DIGLOT_POSTGRES_UNAVAILABLE` when the connection is lost
 */
export interface Sql {
  /** The rows that a statement returns, for UPDATE and DELETE … RETURNING too. */
  rows<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs a statement and says how many rows it touched. */
  run(sql: string, parameters?: readonly unknown[]): Promise<number>;
}

/** SQL inside one transaction (READ COMMITTED); handed to the work of {@link Database.transaction}. */
export class Transaction implements Sql {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async rows<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return await rowsOf<Row>(this.#connection, sql, parameters);
  }

  async run(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    return await affectedBy(this.#connection, sql, parameters);
  }

  /** TypeORM's entity manager inside this transaction, for the few entities that there are. */
  get manager(): EntityManager {
    return this.#connection.manager;
  }
}

/** A connection of one's own, for what lives in a session: advisory locks above all. */
export class Session implements Sql {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Aborted once the connection, and with it every lock of the session, is gone. */
  get lost(): AbortSignal {
    return this.#connection.lost;
  }

  async rows<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return await rowsOf<Row>(this.#connection, sql, parameters);
  }

  async run(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    return await affectedBy(this.#connection, sql, parameters);
  }

  /** Drops the locks of the session and gives the connection back. */
  async release(): Promise<void> {
    try {
      if (!this.lost.aborted) await this.#connection.query('SELECT pg_advisory_unlock_all()', []);
    } catch {
      // A session that cannot be told is lost, and its locks with it.
    } finally {
      await this.#connection.release();
    }
  }
}

/** SQL over a pool: each statement for itself, or many in one transaction. */
export class Database implements Sql {
  readonly dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async rows<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return await this.#with((connection) => rowsOf<Row>(connection, sql, parameters));
  }

  async run(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    return await this.#with((connection) => affectedBy(connection, sql, parameters));
  }

  /**
   * Commits what `work` did, or rolls it back if it throws and throws the same again. If the connection is lost while
   * it commits, whether it did is unknown: whatever runs in a transaction must bear being run again.
   */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return await this.#with(async (connection) => {
      await connection.begin();
      try {
        const result = await work(new Transaction(connection));
        await connection.commit();
        return result;
      } catch (error) {
        await connection.rollback();
        throw error;
      }
    });
  }

  /** Takes a connection out of the pool until its {@link Session.release}; size the pool accordingly. */
  async session(): Promise<Session> {
    return new Session(await Connection.open(this.dataSource));
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  async #with<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await Connection.open(this.dataSource);
    try {
      return await work(connection);
    } finally {
      await connection.release();
    }
  }
}

/** Connects; the caller closes it. */
export async function openDatabase(settings: DataSourceSettings): Promise<Database> {
  return new Database(await createDataSource(settings).initialize());
}

/** One transaction on a data source; see {@link Database.transaction}. */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return await new Database(dataSource).transaction(work);
}

async function rowsOf<Row extends object>(
  connection: Connection,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { records } = await connection.query(sql, parameters);
  return records as Row[];
}

async function affectedBy(connection: Connection, sql: string, parameters: readonly unknown[]): Promise<number> {
  const { affected } = await connection.query(sql, parameters);
  return affected ?? 0;
}
