import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { SECURITY_HEADERS } from './security-headers.ts';
import { toErrorResponse } from './error-response.ts';

/** Commands are short; nothing larger is read. */
const BODY_BYTES = 1024 * 1024;

/** Milliseconds within which a request must have arrived. */
const REQUEST_TIMEOUT = 30_000;

/** The HTTP server of the api, as it is to be handed to `NestFactory.create`. It listens when it is told to. */
export function createApiAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT,
    // What Fastify cannot even route (an address that does not decode) meets no hook and no filter of ours.
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      const { status, body } = toErrorResponse(error);
      void reply.code(status).headers(SECURITY_HEADERS).send(body);
    },
  });
}
