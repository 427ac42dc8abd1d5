import { Injectable } from '@nestjs/common';
import { Database } from '@diglot/platform';

/** Somebody who is told of every change of a paper's state. */
export interface WebhookRow {
  readonly name: string;
  /** Of its receipts. */
  readonly consumer: string;
  /** What is older it is not told of; null: it is told of everything. */
  readonly toldFrom: Date | null;
  /** false: it was, and is told nothing any more. */
  readonly configured: boolean;
}

const LIST = 'SELECT name, consumer, told_from AS "toldFrom", configured FROM indexer.webhook_view ORDER BY name';

/** Webhooks, as the indexer keeps them. */
@Injectable()
export class WebhookRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(): Promise<WebhookRow[]> {
    return this.#database.rows<WebhookRow>(LIST);
  }
}
