import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@diglot/platform';
import { beginWebhook } from './begin-webhook.statement.ts';
import { markWebhooks } from './mark-webhooks.statement.ts';
import type { Webhook } from './webhook.ts';

/** Token of the webhooks that are configured. */
export const WEBHOOKS = Symbol('webhooks');

/**
 * From when on each webhook is told. The whole log is read for a new one all the same, and what is older is settled without
 * a request: so its place in the log means what every reader's place means, wherever the log is kept (docs/protocol.md, I1).
 */
@Injectable()
export class WebhookBeginnings implements OnModuleInit {
  readonly #database: Database;
  readonly #webhooks: readonly Webhook[];
  readonly #toldFrom = new Map<string, Date | null>();

  constructor(database: Database, @Inject(WEBHOOKS) webhooks: readonly Webhook[]) {
    this.#database = database;
    this.#webhooks = webhooks;
  }

  /** Before any event is read, so that none of those that come after the first start is passed over. */
  async onModuleInit(): Promise<void> {
    for (const webhook of this.#webhooks) {
      this.#toldFrom.set(webhook.name, await beginWebhook(this.#database, webhook));
    }
    await markWebhooks(
      this.#database,
      this.#webhooks.map(({ name }) => name),
    );
  }

  /** Whether a webhook is told of a state of that time. */
  isTold(name: string, time: Date): boolean {
    const from = this.#toldFrom.get(name);
    if (from === undefined) throw new Error(`the webhook ${name} has no beginning`);
    return from === null || time >= from;
  }
}
