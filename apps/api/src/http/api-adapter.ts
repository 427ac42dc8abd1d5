import compress from '@fastify/compress';
import etag from '@fastify/etag';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseOtherMethods } from './allowed-methods.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { PROBLEM_TYPE, toErrorResponse } from './error-response.ts';
import { endSilentConnections } from './silent-connections.ts';

/** Commands are short; nothing larger is read. */
const BODY_BYTES = 1024 * 1024;

/** Milliseconds within which a request must have arrived. */
const REQUEST_TIMEOUT = 30_000;

/** Texts. Live events are not: what is held back to be compressed comes too late. */
const COMPRESSED = /^text\/(?!event-stream)|[/+](?:json|xml|x-ndjson|javascript)\b/;

/** Bytes below which compressing is not worth its time. */
const COMPRESSED_FROM = 1024;

/** Of zlib's levels the one that is nearly as quick as the first and nearly as small as the usual one. */
const COMPRESSION = { level: 3 } as const;

/** The HTTP server of the api, as it is to be handed to `NestFactory.create`. It listens when it is told to. */
export function createApiAdapter({
  trustedProxies = [],
}: {
  readonly trustedProxies?: readonly string[];
}): FastifyAdapter {
  const adapter = new FastifyAdapter({
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT,
    // What Fastify cannot even route (an address that does not decode) meets no hook and no filter of ours.
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      const { status, body } = toErrorResponse(error);
      void reply.code(status).headers(SECURITY_HEADERS).type(PROBLEM_TYPE).send(body);
    },
  });
  const server = adapter.getInstance<FastifyInstance>();
  refuseOtherMethods(server);
  endSilentConnections(server);
  // Of what is sent as a whole, and before it is compressed.
  void server.register(etag, { weak: true });
  void server.register(compress, {
    customTypes: COMPRESSED,
    encodings: ['gzip', 'deflate', 'identity'],
    threshold: COMPRESSED_FROM,
    zlibOptions: COMPRESSION,
  });
  // Only where it is asked for: `RequestLimits` does.
  void server.register(rateLimit, { global: false });
  return adapter;
}
