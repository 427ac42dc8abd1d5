import { Readable } from 'node:stream';
import { Controller, Query, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ROUTES } from '../contract/routes.ts';
import type { FeedQuery } from '../contract/streaming.routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { toSelection } from '../papers/paper-selection.ts';
import { PaperRepository, type PaperRow } from '../papers/paper.repository.ts';
import { makeFeed, type FeedFacts } from './render-feed.ts';

/** Papers of a feed. */
const ITEMS = 50;

@Controller()
export class FeedsController {
  readonly #papers: PaperRepository;

  constructor(papers: PaperRepository) {
    this.#papers = papers;
  }

  @Route(ROUTES.feedRss)
  async rss(
    @Query(new Validated(ROUTES.feedRss.query)) query: FeedQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return toFile(makeFeed(await this.#facts(query, request)).rss2(), 'application/rss+xml; charset=utf-8');
  }

  @Route(ROUTES.feedJson)
  async json(
    @Query(new Validated(ROUTES.feedJson.query)) query: FeedQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return toFile(makeFeed(await this.#facts(query, request)).json1(), 'application/feed+json; charset=utf-8');
  }

  async #facts({ lang, ...query }: FeedQuery, request: FastifyRequest): Promise<FeedFacts> {
    const selection = toSelection(query);
    const papers: PaperRow[] = selection ? await this.#papers.list({ ...selection, after: null, rows: ITEMS }) : [];
    return {
      address: `${request.protocol}://${request.host}${request.url}`,
      language: lang,
      query: Object.values(query).join(' '),
      papers,
    };
  }
}

/** As bytes: a text would be taken for JSON. */
function toFile(text: string, type: string): StreamableFile {
  const bytes = Buffer.from(text);
  return new StreamableFile(Readable.from([bytes]), { type, length: bytes.length });
}
