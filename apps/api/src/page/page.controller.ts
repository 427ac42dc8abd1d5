import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_PATHS } from '@diglot/web';
import { DOCUMENT, Page } from './page.ts';

/** The page for people: its files, and itself for each of its addresses. */
@Controller()
export class PageController {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  @Get(['/', ...PAGE_PATHS.flatMap((path) => [`/${path}`, `/${path}/*`])])
  view(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.#send(DOCUMENT, request, reply);
  }

  @Get(['/:file', '/assets/:asset'])
  file(
    @Param() { file, asset }: { readonly file?: string; readonly asset?: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    this.#send(file ?? `assets/${asset ?? ''}`, request, reply);
  }

  /** @throws {NotFoundException} as for an address without any route: it is told in the same way */
  #send(name: string, request: FastifyRequest, reply: FastifyReply): void {
    if (this.#page.send(name, request, reply)) return;
    throw new NotFoundException(`${JSON.stringify(name)} is no file of the page`);
  }
}
