import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CommandGuard } from './command.guard.ts';
import { CommandToken } from './command-token.ts';

/**
 * A backfill gives thousands of commands, so those with the right token are not counted. All others are: they are refused
 * as commands are.
 */
@Injectable()
export class UploadGuard implements CanActivate {
  readonly #token: CommandToken;
  readonly #others: CommandGuard;

  constructor(token: CommandToken, others: CommandGuard) {
    this.#token = token;
    this.#others = others;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { authorization } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    return this.#token.isBorneBy(authorization) || (await this.#others.canActivate(context));
  }
}
