import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LOGGER, writeAudit } from '@diglot/pipeline';
import type { DiglotError } from '@diglot/domain';
import { Database, type Logger } from '@diglot/platform';
import { actorAt } from '../commands/actor.ts';
import { CommandToken } from './command-token.ts';
import { RefusedRequest } from './refused-request.ts';
import { RequestLimits } from './request-limits.ts';

/**
 * Lets only those give commands who hold the token. A page of a foreign site cannot send the header, so it can't either.
 * Refused commands are counted too, so that no token can be guessed. Who is refused stands in the audit; who is refused for
 * giving too many does not, or the audit would have no end.
 */
@Injectable()
export class CommandGuard implements CanActivate {
  readonly #token: CommandToken;
  readonly #limits: RequestLimits;
  readonly #database: Database;
  readonly #logger: Logger;

  constructor(token: CommandToken, limits: RequestLimits, database: Database, @Inject(LOGGER) logger: Logger) {
    this.#token = token;
    this.#limits = limits;
    this.#database = database;
    this.#logger = logger;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    await this.#limits.take('commands', request);
    const refusal = this.#judge(request.headers.authorization);
    if (refusal === null) return true;
    await this.#audit(request, refusal);
    throw refusal;
  }

  #judge(authorization: string | undefined): RefusedRequest | null {
    const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (given === undefined) return new RefusedRequest(401, 'DIGLOT_TOKEN_REQUIRED', 'it came without a token');
    if (this.#token.equals(given)) return null;
    return new RefusedRequest(403, 'DIGLOT_TOKEN_REQUIRED', 'the token is wrong');
  }

  /** While the database is away the refusal still is one; then only the log knows of it. */
  async #audit({ ip, routeOptions, method }: FastifyRequest, { detail }: DiglotError): Promise<void> {
    const path = routeOptions.url ?? '';
    const command = path.split('/').at(-1) ?? path;
    const about = JSON.stringify({ method, path, refused: detail });
    try {
      const audit = {
        actor: actorAt(ip),
        command,
        reason: '',
        detail: about,
        affected: 0,
        outcome: 'refused',
      } as const;
      await writeAudit(this.#database, audit);
    } catch (thrown) {
      this.#logger.error({ command, from: ip, err: thrown }, 'a refused command could not be audited');
    }
  }
}
