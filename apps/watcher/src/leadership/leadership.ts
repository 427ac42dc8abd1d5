import type { Database, Session } from '@diglot/platform';
import { beginTerm } from './begin-term.statement.ts';
import type { Term } from './in-term.ts';
import { endSilence, limitSilence } from './limit-silence.statement.ts';
import { tryLock } from './try-lock.statement.ts';

/** A session is told to live so many times while it may be silent. */
const BEATS = 4;

/**
 * Leads sources through advisory locks, all on one connection that nothing else uses. Locks end with their connection; the
 * server ends it when this process is silent for too long, as one that is stopped, or on a machine that is, would be.
 */
export class Leadership {
  readonly #database: Database;
  readonly #silence: number;
  #session: Session | null = null;
  #heart: NodeJS.Timeout | null = null;
  /** One statement at a time: they share a connection. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param silence milliseconds after which a leader that says nothing is given up */
  constructor(database: Database, silence: number) {
    this.#database = database;
    this.#silence = silence;
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
    await this.#inTurn(() => this.#close());
  }

  async #open(): Promise<Session> {
    if (this.#session?.lost.aborted) await this.#close();
    if (this.#session) return this.#session;
    const session = await this.#database.session();
    this.#session = session;
    await limitSilence(session, this.#silence);
    const beat = (): void => void this.#inTurn(() => session.rows('SELECT 1')).catch(() => undefined);
    this.#heart = setInterval(beat, this.#silence / BEATS);
    return session;
  }

  async #close(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    if (this.#heart) clearInterval(this.#heart);
    if (!session) return;
    try {
      if (!session.lost.aborted) await endSilence(session);
    } finally {
      await session.release();
    }
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work, work);
    this.#turn = result.catch(() => undefined);
    return await result;
  }
}
