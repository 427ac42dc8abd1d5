import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenAnswers, type OpenAnswer } from './open-answers.ts';
import { RequestLimits } from './request-limits.ts';

const OPEN_ANSWER = 'open-answer';

/** Marks a handler whose answer stays open for as long as who reads it likes. */
export const AnswersOpenly = (what: OpenAnswer): MethodDecorator => SetMetadata(OPEN_ANSWER, what);

/** Lets everybody read, and nobody so much that others cannot. */
@Injectable()
export class ReadingGuard implements CanActivate {
  readonly #limits: RequestLimits;
  readonly #open: OpenAnswers;
  readonly #reflector: Reflector;

  constructor(limits: RequestLimits, open: OpenAnswers, reflector: Reflector) {
    this.#limits = limits;
    this.#open = open;
    this.#reflector = reflector;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    await this.#limits.take('reads', request);
    const what = this.#reflector.get<OpenAnswer | undefined>(OPEN_ANSWER, context.getHandler());
    if (what !== undefined) this.#open.hold(what, request, http.getResponse<FastifyReply>());
    return true;
  }
}
