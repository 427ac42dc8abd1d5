import type { Database, Logger } from '@diglot/platform';
import { RepeatedWork } from '../repeated/repeated-work.ts';
import { countPages } from './count-pages.statement.ts';
import { pruneInbox } from './prune-inbox.statement.ts';
import { pruneOutbox } from './prune-outbox.statement.ts';

export interface RetentionOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly logDays: number;
  readonly receiptDays: number;
  readonly intervalSeconds: number;
}

/** One statement looks at so much of a table: 2 MB. */
const PAGES = 256;
/** So that nobody who works is held up. */
const PAUSE_MILLISECONDS = 50;

type Prune = (
  database: Database,
  pages: { readonly from: number; readonly to: number },
  days: number,
) => Promise<number>;

/**
 * Removes old rows of the log and of the inboxes, in small batches. It walks through the pages of a table, so it needs no
 * index and its cost is one reading of the table; two of them at once do no harm.
 */
export class Retention {
  readonly #options: RetentionOptions;
  readonly #repeated: RepeatedWork;

  constructor(options: RetentionOptions) {
    const { intervalSeconds, logger } = options;
    this.#options = options;
    this.#repeated = new RepeatedWork({
      work: async () => logger.debug(await this.prune(), 'old rows are removed'),
      milliseconds: intervalSeconds * 1000,
      waitsFirst: true,
      logger,
      complaint: 'old rows stay until the next time',
    });
  }

  start(): void {
    this.#repeated.start();
  }

  async stop(): Promise<void> {
    await this.#repeated.stop();
  }

  /** @returns how many rows were removed */
  async prune(): Promise<{ readonly outbox: number; readonly inbox: number }> {
    const { logDays, receiptDays } = this.#options;
    const outbox = await this.#walk('pipeline.outbox', pruneOutbox, logDays);
    const inbox = await this.#walk('pipeline.inbox', pruneInbox, receiptDays);
    return { outbox, inbox };
  }

  async #walk(table: string, prune: Prune, days: number): Promise<number> {
    const { database } = this.#options;
    const pages = await countPages(database, table);
    let removed = 0;
    for (let from = 0; from < pages && !this.#repeated.signal.aborted; from += PAGES) {
      removed += await prune(database, { from, to: from + PAGES }, days);
      await this.#repeated.wait(PAUSE_MILLISECONDS);
    }
    return removed;
  }
}
