import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DiglotError } from '@diglot/domain';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';
import { addressOf } from './address-of.ts';

const MINUTE = 60_000;

/** What is counted, and the code of who asks for too much of it. */
const CODES = {
  commands: 'DIGLOT_TOO_MANY_COMMANDS',
  verifications: 'DIGLOT_TOO_MANY_VERIFICATIONS',
  reads: 'DIGLOT_TOO_MANY_READS',
} as const;
type Counted = keyof typeof CODES;

type Check = ReturnType<FastifyInstance['createRateLimit']>;

/** How many commands, verifications and reads an address may ask for in a minute. */
@Injectable()
export class RequestLimits implements OnModuleInit {
  readonly #host: HttpAdapterHost;
  readonly #perMinute: Readonly<Record<Counted, number>>;
  readonly #checks = new Map<Counted, Check>();

  constructor(host: HttpAdapterHost, @Inject(API_SETTINGS) { limits }: ApiSettings) {
    this.#host = host;
    this.#perMinute = {
      commands: limits.commandsPerMinute,
      verifications: limits.verificationsPerMinute,
      reads: limits.readsPerMinute,
    };
  }

  /** `createApiAdapter` registers the plugin: to wait for one here would settle the routes before Nest's filters are there. */
  onModuleInit(): void {
    const server = this.#host.httpAdapter?.getInstance<FastifyInstance>();
    if (!server) return;
    for (const counted of Object.keys(CODES) as Counted[]) {
      const max = this.#perMinute[counted];
      if (max === 0) continue;
      this.#checks.set(counted, server.createRateLimit({ max, timeWindow: MINUTE, keyGenerator: addressOf }));
    }
  }

  /** @throws DiglotError `DIGLOT_TOO_MANY_COMMANDS`, `…_VERIFICATIONS`, `…_READS`, with the time to wait */
  async take(counted: Counted, request: FastifyRequest): Promise<void> {
    const limit = await this.#checks.get(counted)?.(request);
    if (!limit || limit.isAllowed || !limit.isExceeded) return;
    const detail = `${this.#perMinute[counted]} a minute are allowed`;
    throw new DiglotError(CODES[counted], detail, { retryAfter: limit.ttl });
  }
}
