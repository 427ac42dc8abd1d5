import { classify } from '@diglot/domain';
import type { Database } from '@diglot/platform';
import { progressLine } from './progress-line.ts';
import { settledDigests } from './settled-digests.statement.ts';

/** Transactions become visible later than they begin, so each look goes back a little. */
const OVERLAP_MILLISECONDS = 60_000;

/** Prints a line for each digest that gets settled, once. */
export class Progress {
  readonly #database: Database;
  readonly #consumer: string;
  readonly #print: (line: string) => void;
  readonly #printed = new Set<string>();
  #since: Date;

  /** @param since what was settled before is no news */
  constructor(database: Database, consumer: string, since: Date, print: (line: string) => void) {
    this.#database = database;
    this.#consumer = consumer;
    this.#since = since;
    this.#print = print;
  }

  /** Prints what is new. While the database is away there is nothing new. */
  async look(): Promise<void> {
    try {
      const settled = await settledDigests(this.#database, this.#consumer, this.#since);
      for (const digest of settled) {
        const { source, path, revision, error, at } = digest;
        const key = JSON.stringify([source, path, revision, error && at.getTime()]);
        if (this.#printed.has(key)) continue;
        this.#printed.add(key);
        this.#print(progressLine(digest));
        const overlap = new Date(at.getTime() - OVERLAP_MILLISECONDS);
        if (overlap > this.#since) this.#since = overlap;
      }
    } catch (thrown) {
      if (classify(thrown).class !== 'Unavailable') throw thrown;
    }
  }
}
