import { Controller, Get, Headers, Inject, Param, Res, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DiglotError } from '@diglot/domain';
import { LOGGER } from '@diglot/pipeline';
import type { Logger } from '@diglot/platform';
import { PAGE_FOLDERS } from '@diglot/web';
import { loadPage, type PageFile } from './page-files.ts';

const FIRST = 'index.html';
const SCRIPT = 'page.js';

/** The page for people. */
@Controller()
export class PageController implements OnModuleInit {
  readonly #logger: Logger;
  #files: ReadonlyMap<string, PageFile> = new Map();

  constructor(@Inject(LOGGER) logger: Logger) {
    this.#logger = logger;
  }

  async onModuleInit(): Promise<void> {
    this.#files = await loadPage(PAGE_FOLDERS);
    if (!this.#files.has(SCRIPT)) this.#logger.warn('the page is not compiled: run `npm run build`');
  }

  @Get('/')
  first(@Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): void {
    this.#send(FIRST, known, reply);
  }

  @Get('/:file')
  file(
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    this.#send(file, known, reply);
  }

  /** A browser asks each time and is told when nothing has changed, so that a new version is seen at once. */
  #send(name: string, known: string | undefined, reply: FastifyReply): void {
    const file = this.#files.get(name);
    if (!file) throw new DiglotError('DIGLOT_NOT_FOUND', `${JSON.stringify(name)} is no file of the page`);
    void reply.header('cache-control', 'no-cache').header('etag', file.etag);
    if (known === file.etag) void reply.code(304).send();
    else void reply.type(file.type).send(file.body);
  }
}
