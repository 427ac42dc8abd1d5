import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DiglotError } from '@diglot/domain';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';

const MINUTE = 60_000;

type Check = ReturnType<FastifyInstance['createRateLimit']>;

/** How many commands an address may give. Refused ones count too, so that no token can be guessed. */
@Injectable()
export class CommandLimit implements OnModuleInit {
  readonly #host: HttpAdapterHost;
  readonly #perMinute: number;
  #check: Check | null = null;

  constructor(host: HttpAdapterHost, @Inject(API_SETTINGS) { commandsPerMinute }: ApiSettings) {
    this.#host = host;
    this.#perMinute = commandsPerMinute;
  }

  /** `createApiAdapter` registers the plugin: to wait for one here would settle the routes before Nest's filters are there. */
  onModuleInit(): void {
    const server = this.#host.httpAdapter?.getInstance<FastifyInstance>();
    this.#check = server?.createRateLimit({ max: this.#perMinute, timeWindow: MINUTE }) ?? null;
  }

  /** @throws DiglotError `DIGLOT_TOO_MANY_COMMANDS`, with the time to wait */
  async take(request: FastifyRequest): Promise<void> {
    const limit = await this.#check?.(request);
    if (!limit || limit.isAllowed || !limit.isExceeded) return;
    const detail = `${this.#perMinute} a minute are allowed`;
    throw new DiglotError('DIGLOT_TOO_MANY_COMMANDS', detail, { retryAfter: limit.ttl });
  }
}
