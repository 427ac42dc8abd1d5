import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandToken } from './command-token.ts';
import { RefusedRequest } from './refused-request.ts';

/** Lets only those give commands who hold the token. A page of a foreign site cannot send the header, so it can't either. */
@Injectable()
export class CommandGuard implements CanActivate {
  readonly #token: CommandToken;

  constructor(token: CommandToken) {
    this.#token = token;
  }

  canActivate(context: ExecutionContext): boolean {
    const { authorization } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (given === undefined) throw new RefusedRequest(401, 'DIGLOT_TOKEN_REQUIRED', 'it came without a token');
    if (!this.#token.equals(given)) throw new RefusedRequest(403, 'DIGLOT_TOKEN_REQUIRED', 'the token is wrong');
    return true;
  }
}
