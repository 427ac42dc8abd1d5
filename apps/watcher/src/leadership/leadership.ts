import type { Database, Session } from '@diglot/platform';
import { beginTerm } from './begin-term.statement.ts';
import type { Term } from './in-term.ts';
import { tryLock } from './try-lock.statement.ts';

/** Leads sources through advisory locks, all on one connection that nothing else uses. */
export class Leadership {
  readonly #database: Database;
  #session: Session | null = null;
  /** One statement at a time: they share a connection. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Begins a term of leading the source. @returns null when another leads it */
  async tryLead(source: string): Promise<Term | null> {
    return await this.#inTurn(async () => {
      const session = await this.#open();
      if (!(await tryLock(session, source))) return null;
      return { source, number: await beginTerm(session, source), lost: session.lost };
    });
  }

  /** Leaves every source to others. */
  async close(): Promise<void> {
    await this.#inTurn(async () => {
      await this.#session?.release();
      this.#session = null;
    });
  }

  async #open(): Promise<Session> {
    if (this.#session?.lost.aborted) {
      await this.#session.release();
      this.#session = null;
    }
    return (this.#session ??= await this.#database.session());
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work, work);
    this.#turn = result.catch(() => undefined);
    return await result;
  }
}
