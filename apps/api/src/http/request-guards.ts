import cors from '@fastify/cors';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api.settings.ts';
import { isAllowedHost } from './allowed-host.ts';
import { RefusedRequest } from './refused-request.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Probes address a process by whatever it can be reached at, and learn nothing but its health. */
const PROBES: readonly string[] = ['/livez', '/readyz'];

/** How long a browser remembers what a foreign site may do. */
const PREFLIGHT_SECONDS = 600;

/** Puts the security headers on every response and refuses requests that are meant for another host. */
@Injectable()
export class RequestGuards implements OnModuleInit {
  readonly #host: HttpAdapterHost;
  readonly #settings: ApiSettings;

  constructor(host: HttpAdapterHost, @Inject(API_SETTINGS) settings: ApiSettings) {
    this.#host = host;
    this.#settings = settings;
  }

  onModuleInit(): void {
    const server = this.#host.httpAdapter?.getInstance<FastifyInstance>();
    const { corsOrigins = [] } = this.#settings;
    if (corsOrigins.length > 0) {
      void server?.register(cors, { origin: [...corsOrigins], methods: ['GET', 'POST'], maxAge: PREFLIGHT_SECONDS });
    }
    server?.addHook('onRequest', async (request, reply) => {
      void reply.headers(SECURITY_HEADERS);
      // What is known of papers may be kept, if it is asked each time whether it still holds (ETag).
      if (request.method === 'GET' && request.url.startsWith('/api/')) void reply.header('cache-control', 'no-cache');
      const { host } = request.headers;
      if (isAllowedHost(host, this.#settings.allowedHosts) || PROBES.includes(request.url)) return;
      throw new RefusedRequest(403, 'DIGLOT_HOST_REFUSED', `the request is meant for ${JSON.stringify(host ?? '')}`);
    });
  }
}
