import { Controller, Get, Headers, Inject, Param, Res, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DiglotError } from '@diglot/domain';
import { LOGGER } from '@diglot/pipeline';
import type { Logger } from '@diglot/platform';
import { PAGE_FOLDER, PAGE_PATHS } from '@diglot/web';
import { bestForm, loadPage, type PageFile } from './page-files.ts';

const FIRST = 'index.html';
/** Seconds for which a browser keeps what never changes under its name: a year, the most that HTTP advises. */
const FOR_EVER = 31_536_000;

/** The page for people: its files, and itself for each of its addresses. */
@Controller()
export class PageController implements OnModuleInit {
  readonly #logger: Logger;
  #files: ReadonlyMap<string, PageFile> = new Map();

  constructor(@Inject(LOGGER) logger: Logger) {
    this.#logger = logger;
  }

  async onModuleInit(): Promise<void> {
    this.#files = await loadPage(PAGE_FOLDER);
    if (!this.#files.has(FIRST)) this.#logger.warn('the page is not built: run `npm run build`');
  }

  @Get(['/', ...PAGE_PATHS.flatMap((path) => [`/${path}`, `/${path}/*`])])
  view(
    @Headers('if-none-match') known: string | undefined,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    this.#send(FIRST, known, accepted, reply);
  }

  @Get(['/:file', '/assets/:asset'])
  file(
    @Param() { file, asset }: { readonly file?: string; readonly asset?: string },
    @Headers('if-none-match') known: string | undefined,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    this.#send(file ?? `assets/${asset ?? ''}`, known, accepted, reply);
  }

  /** Of what keeps its name a browser asks each time, and is told when nothing has changed: a new version is seen at once. */
  #send(name: string, known: string | undefined, accepted: string | undefined, reply: FastifyReply): void {
    const file = this.#files.get(name);
    if (!file) throw new DiglotError('DIGLOT_NOT_FOUND', `${JSON.stringify(name)} is no file of the page`);
    void reply
      .header('cache-control', file.isImmutable ? `public, max-age=${FOR_EVER}, immutable` : 'no-cache')
      .header('etag', file.etag)
      .header('vary', 'accept-encoding');
    if (known === file.etag) return void reply.code(304).send();
    const { body, encoding } = bestForm(file, accepted);
    if (encoding !== null) void reply.header('content-encoding', encoding);
    void reply.type(file.type).send(body);
  }
}
