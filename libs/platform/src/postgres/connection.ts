import type { PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryResult, QueryRunner } from 'typeorm';
import { messageOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { replyTimeoutOf } from './data-source.ts';

/**
 * One connection taken from the pool, with what TypeORM 1.1.1 and node-postgres 8.23 leave to the caller:
 * - whoever uses a connection that died between two statements gets `DIGLOT_POSTGRES_UNAVAILABLE`, not
 *   "query runner already released";
 * - a server that doesn't answer (a cable cut, a hung host) is given up after a while;
 * - what is broken never goes back to the pool.
 */
export class Connection {
  readonly #runner: QueryRunner;
  readonly #client: PoolClient;
  readonly #replyTimeout: number;
  readonly #lost = new AbortController();

  private constructor(runner: QueryRunner, client: PoolClient, replyTimeout: number) {
    this.#runner = runner;
    this.#client = client;
    this.#replyTimeout = replyTimeout;
    client.on('error', this.#onError);
  }

  /** Takes a connection of the pool; whoever takes it must {@link release} it. */
  static async open(dataSource: DataSource): Promise<Connection> {
    const runner = dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      return new Connection(runner, client, replyTimeoutOf(dataSource));
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  /** Aborted, with the reason, once the connection is gone. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  get manager(): EntityManager {
    return this.#runner.manager;
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<QueryResult> {
    return await this.#guard(async () => (await this.#runner.query(sql, [...parameters], true)) as QueryResult);
  }

  async begin(): Promise<void> {
    await this.#guard(() => this.#runner.startTransaction());
  }

  async commit(): Promise<void> {
    await this.#guard(() => this.#runner.commitTransaction());
  }

  /** Rolls back if it can; a connection on which that fails is given up, which rolls back too. Never throws. */
  async rollback(): Promise<void> {
    if (this.lost.aborted) return;
    try {
      await this.#guard(() => this.#runner.rollbackTransaction());
    } catch (error) {
      this.#giveUp(error);
    }
  }

  /** Gives the connection back to the pool, which closes it if it is broken. May be called twice. */
  async release(): Promise<void> {
    // TypeORM has released it already if the client reported an error.
    if (!this.#runner.isReleased) await this.#runner.release();
    this.#client.off('error', this.#onError);
  }

  readonly #onError = (error: Error): void => {
    if (!this.lost.aborted) this.#lost.abort(unavailable(error));
  };

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    this.lost.throwIfAborted();
    const silence = () => this.#giveUp(new Error(`no answer within ${this.#replyTimeout} ms`));
    const timer = setTimeout(silence, this.#replyTimeout);
    try {
      return await work();
    } catch (error) {
      this.lost.throwIfAborted();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  #giveUp(reason: unknown): void {
    if (this.lost.aborted) return;
    this.#lost.abort(unavailable(reason));
    // `end` on a client with a statement under way destroys its socket, and marks it, so that the pool drops it.
    (this.#client as PoolClient & { end(done: () => void): void }).end(() => undefined);
  }
}

function unavailable(cause: unknown): PlatformError {
  const detail = `the connection to PostgreSQL is lost: ${messageOf(cause)}`;
  return new PlatformError('DIGLOT_POSTGRES_UNAVAILABLE', detail, { cause });
}
