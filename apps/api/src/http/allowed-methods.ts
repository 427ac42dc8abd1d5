import type { FastifyInstance } from 'fastify';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import { RefusedRequest } from './refused-request.ts';

/** Asked by browsers before they ask (CORS), for every address at once: it says of none that it is there. */
const PREFLIGHT = 'OPTIONS';

/**
 * Which methods an address can be asked with. Fastify finds a route by method and address together and tells nobody
 * whether another method would have found one, so the same router is asked once for each.
 */
export class AllowedMethods {
  readonly #router = findMyWay();
  readonly #methods = new Set<string>();

  /** Notes a route of the server; the same one twice is one. */
  add(methods: string | readonly string[], url: string): void {
    for (const method of [methods].flat()) {
      const isNew = method !== PREFLIGHT && !this.#router.hasRoute(method as HTTPMethod, url);
      if (!isNew) continue;
      this.#methods.add(method);
      this.#router.on(method as HTTPMethod, url, () => undefined);
    }
  }

  /** @param url with or without its query; one that does not decode has none */
  of(url: string): string[] {
    return [...this.#methods].filter((method) => this.#router.find(method as HTTPMethod, url) !== null).toSorted();
  }
}

/**
 * Refuses a method that an address does not have, and names those that it has (RFC 9110, 15.5.6). To be called before the
 * server is given its routes.
 */
export function refuseOtherMethods(server: FastifyInstance): void {
  const methods = new AllowedMethods();
  server.addHook('onRoute', ({ method, url }) => methods.add(method, url));
  // Behind the guards of every request: who may not ask is not told what there is to ask.
  server.addHook('preParsing', async ({ is404, method, url }, reply) => {
    const allowed = is404 ? methods.of(url) : [];
    if (allowed.length === 0) return;
    void reply.header('allow', allowed.join(', '));
    throw new RefusedRequest(405, 'DIGLOT_METHOD_NOT_ALLOWED', `${method} is none of ${allowed.join(', ')}`);
  });
}
