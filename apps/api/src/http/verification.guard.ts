import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandGuard } from './command.guard.ts';
import { CommandToken } from './command-token.ts';
import { RequestLimits } from './request-limits.ts';

/**
 * The page asks for a verdict with every pause in somebody's writing: that takes nothing from the commands they may give,
 * and has a limit of its own. Who has not the right token is counted and refused as with a command.
 */
@Injectable()
export class VerificationGuard implements CanActivate {
  readonly #token: CommandToken;
  readonly #limits: RequestLimits;
  readonly #others: CommandGuard;

  constructor(token: CommandToken, limits: RequestLimits, others: CommandGuard) {
    this.#token = token;
    this.#limits = limits;
    this.#others = others;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!this.#token.isBorneBy(request.headers.authorization)) return this.#others.canActivate(context);
    await this.#limits.take('verifications', request);
    return true;
  }
}
