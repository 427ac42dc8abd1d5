import { Controller, Module, type DynamicModule, type Type } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DiglotEvent } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import { StageHandler, StagePreparation, type Announcement } from '@diglot/pipeline';
import { WEBHOOKS, WebhookBeginnings } from './webhook-beginnings.ts';
import { WebhookSender } from './webhook-sender.ts';
import { webhookReader, type Webhook } from './webhook.ts';

export interface WebhookSettings {
  readonly webhooks: readonly Webhook[];
  /** null: none is given, which only no webhooks bear. */
  readonly secret: string | null;
}

/** Tells webhooks of every change of a paper's state: a stage for each, with the retries and dead letters of all stages. */
@Module({})
export class WebhooksModule {
  /** @throws DiglotError `DIGLOT_CONFIG_INVALID` */
  static of({ webhooks, secret }: WebhookSettings): DynamicModule {
    const beginnings = [WebhookBeginnings, { provide: WEBHOOKS, useValue: webhooks }];
    // Also where there are none any more: those that were are told nothing from now on.
    if (webhooks.length === 0) return { module: WebhooksModule, providers: beginnings };
    if (secret === null) throw new DiglotError('DIGLOT_CONFIG_INVALID', 'webhooks need DIGLOT_WEBHOOK_SECRET');
    const sender = new WebhookSender(secret);
    return {
      module: WebhooksModule,
      controllers: webhooks.map((webhook) => handlerOf(webhook, sender)),
      providers: beginnings,
    };
  }
}

/** The handlers of a reader are found by its name, which only the configuration knows. */
function handlerOf(webhook: Webhook, sender: WebhookSender): Type {
  const reader = webhookReader(webhook);

  @Controller()
  class WebhookHandler {
    readonly #beginnings: WebhookBeginnings;

    constructor(beginnings: WebhookBeginnings) {
      this.#beginnings = beginnings;
    }

    /** Outside of the transaction, where a slow receiver holds no lock. What it throws is the result of this one event. */
    @StagePreparation(reader)
    async deliver(@Payload() event: DiglotEvent<'paper.state'>): Promise<void> {
      if (this.#beginnings.isTold(webhook.name, event.time)) await sender.send(webhook, event);
    }

    @StageHandler(reader)
    async handle(): Promise<Announcement[]> {
      return [];
    }
  }
  return WebhookHandler;
}
