import { Catch, Inject, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { classify } from '@diglot/domain';
import { LOGGER } from '@diglot/pipeline';
import type { Logger } from '@diglot/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { throwError, type Observable } from 'rxjs';
import { Page } from '../page/page.ts';
import { PROBLEM_TYPE, toErrorResponse } from './error-response.ts';

/**
 * What was said of the body that is not sent: a stream that fails at its first row is compressed and named already, and
 * nobody could read a problem under those headers.
 */
const OF_ANOTHER_BODY = ['content-encoding', 'content-disposition', 'content-length', 'etag'];

/** Answers what a request threw; what a handler of the log threw is none of its business. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  readonly #logger: Logger;
  readonly #page: Page;

  constructor(@Inject(LOGGER) logger: Logger, page: Page) {
    this.#logger = logger;
    this.#page = page;
  }

  catch(thrown: unknown, host: ArgumentsHost): Observable<never> | undefined {
    if (host.getType() !== 'http') return throwError(() => thrown);
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { status, body } = toErrorResponse(thrown);
    const { code } = body.error;
    const fields = { code, method: request.method, url: request.url, status };
    if (status >= 500) this.#logger.error({ ...fields, err: thrown }, 'a request failed');
    else this.#logger.debug(fields, 'a request was refused');
    for (const name of OF_ANOTHER_BODY) void reply.removeHeader(name);
    // Of ours nothing throws it but what serves the page: there is no such address.
    if (thrown instanceof NotFoundException && this.#page.sendNothingHere(request, reply)) return undefined;
    const { retryAfter } = classify(thrown);
    if (retryAfter !== null) void reply.header('retry-after', String(Math.ceil(retryAfter / 1000)));
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.code(status).type(PROBLEM_TYPE).send(body);
    return undefined;
  }
}
