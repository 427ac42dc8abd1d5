import type { FastifyReply } from 'fastify';

/** Tells caches that the answer depends on these headers of the request too, beside those that were named before. */
export function varyBy(reply: FastifyReply, ...names: readonly string[]): void {
  const known = [reply.getHeader('vary') ?? []].flat().map(String);
  void reply.header('vary', [...known, ...names].join(', '));
}
