import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/**
 * Whom limits count a request to: its address, of IPv6 the network of 64 bits, which is what one customer has. Who has left
 * before it is looked at has none any more, whatever Fastify's types say.
 */
export function addressOf(request: FastifyRequest): string {
  const address = request.ip as string | undefined;
  return address === undefined ? '' : normalizeIP(address);
}
