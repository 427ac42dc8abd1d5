import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOGGER } from '@diglot/pipeline';
import type { Logger } from '@diglot/platform';
import { PAGE_FOLDER } from '@diglot/web';
import { varyBy } from '../http/vary-by.ts';
import { bestForm, loadPage, type PageFile } from './page-files.ts';
import { isOfPage, seeksPage } from './seeks-page.ts';

/** The document of the page, which finds its view by the address. */
export const DOCUMENT = 'index.html';
/** Seconds for which a browser keeps what never changes under its name: a year, the most that HTTP advises. */
const FOR_EVER = 31_536_000;

/** The page for people, as it was built. */
@Injectable()
export class Page implements OnModuleInit {
  readonly #logger: Logger;
  #files: ReadonlyMap<string, PageFile> = new Map();

  constructor(@Inject(LOGGER) logger: Logger) {
    this.#logger = logger;
  }

  async onModuleInit(): Promise<void> {
    this.#files = await loadPage(PAGE_FOLDER);
    if (!this.#files.has(DOCUMENT)) this.#logger.warn('the page is not built: run `npm run build`');
  }

  /**
   * Sends a file. Of what keeps its name a browser asks each time, and is told when nothing has changed: a new version is
   * seen at once.
   *
   * @returns whether there is such a file
   */
  send(name: string, { headers }: FastifyRequest, reply: FastifyReply): boolean {
    const file = this.#files.get(name);
    if (!file) return false;
    void reply
      .header('cache-control', file.isImmutable ? `public, max-age=${FOR_EVER}, immutable` : 'no-cache')
      .header('etag', file.etag);
    if (headers['if-none-match'] === file.etag) {
      varyBy(reply, 'accept-encoding');
      void reply.code(304).send();
    } else sendBody(file, headers['accept-encoding'], reply);
    return true;
  }

  /**
   * Tells a person that there is nothing at an address: in the page, in their language, with a way back. Nobody keeps
   * that: there may be something with the next version.
   *
   * @returns whether it did; false: no person asks there, or the page is not built
   */
  sendNothingHere({ method, url, headers }: FastifyRequest, reply: FastifyReply): boolean {
    if (isOfPage(url)) varyBy(reply, 'accept');
    const file = this.#files.get(DOCUMENT);
    if (!file || !seeksPage({ method, url, accepted: headers.accept })) return false;
    sendBody(file, headers['accept-encoding'], reply.code(404).header('cache-control', 'no-store'));
    return true;
  }
}

function sendBody(file: PageFile, accepted: string | string[] | undefined, reply: FastifyReply): void {
  const { body, encoding } = bestForm(file, [accepted ?? []].flat().join(','));
  varyBy(reply, 'accept-encoding');
  if (encoding !== null) void reply.header('content-encoding', encoding);
  void reply.type(file.type).send(body);
}
