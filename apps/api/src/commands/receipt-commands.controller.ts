import { Body, Controller, Inject, Ip } from '@nestjs/common';
import { countReceipts, giveUp, redrive, retryNow, type CommandAudit, type ReceiptFilter } from '@diglot/pipeline';
import { Database } from '@diglot/platform';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';
import type { ReceiptsBody, ReceiptsResult } from '../contract/commands.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { actorAt } from './actor.ts';

type Command = (filter: ReceiptFilter, audit: CommandAudit) => Promise<number>;

/** Commands about single events: dead letters, and what is being retried. */
@Controller()
export class ReceiptCommandsController {
  readonly #database: Database;
  readonly #version: string;

  constructor(database: Database, @Inject(API_SETTINGS) { version }: ApiSettings) {
    this.#database = database;
    this.#version = version;
  }

  @Route(ROUTES.redrive)
  async redrive(
    @Body(new Validated(ROUTES.redrive.body)) body: ReceiptsBody,
    @Ip() address: string,
  ): Promise<ReceiptsResult> {
    return this.#run(body, address, 'dead', (filter, audit) => redrive(this.#database, filter, audit));
  }

  @Route(ROUTES.giveUp)
  async giveUp(
    @Body(new Validated(ROUTES.giveUp.body)) body: ReceiptsBody,
    @Ip() address: string,
  ): Promise<ReceiptsResult> {
    return this.#run(body, address, 'retrying', (filter, audit) =>
      giveUp(this.#database, filter, audit, this.#version),
    );
  }

  @Route(ROUTES.retryNow)
  async retryNow(
    @Body(new Validated(ROUTES.retryNow.body)) body: ReceiptsBody,
    @Ip() address: string,
  ): Promise<ReceiptsResult> {
    return this.#run(body, address, 'retrying', (filter, audit) => retryNow(this.#database, filter, audit));
  }

  async #run(
    body: ReceiptsBody,
    address: string,
    status: 'dead' | 'retrying',
    command: Command,
  ): Promise<ReceiptsResult> {
    const { dryRun, reason } = body;
    const filter = toFilter(body);
    const count = dryRun
      ? await countReceipts(this.#database, status, filter)
      : await command(filter, { actor: actorAt(address), reason });
    return { dryRun, count };
  }
}

function toFilter({ eventIds, consumer, code }: ReceiptsBody): ReceiptFilter {
  return {
    ...(eventIds === undefined ? {} : { eventIds }),
    ...(consumer === undefined ? {} : { consumer }),
    ...(code === undefined ? {} : { errorCode: code }),
  };
}
