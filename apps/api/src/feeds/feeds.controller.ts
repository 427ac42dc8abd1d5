import { Controller, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ROUTES } from '../contract/routes.ts';
import type { FeedQuery } from '../contract/streaming.routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { wholeBody } from '../http/whole-body.ts';
import { toSelection } from '../papers/paper-selection.ts';
import { PaperRepository, type PaperRow } from '../papers/paper.repository.ts';
import { renderJsonFeed, renderRss, type FeedFacts } from './render-feed.ts';

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
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const feed = renderRss(await this.#facts(query, request));
    return wholeBody(reply, feed, { type: 'application/rss+xml; charset=utf-8' });
  }

  @Route(ROUTES.feedJson)
  async json(
    @Query(new Validated(ROUTES.feedJson.query)) query: FeedQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const feed = renderJsonFeed(await this.#facts(query, request));
    return wholeBody(reply, feed, { type: 'application/feed+json; charset=utf-8' });
  }

  async #facts({ lang, ...query }: FeedQuery, request: FastifyRequest): Promise<FeedFacts> {
    const selection = toSelection(query);
    const papers: PaperRow[] = selection ? await this.#papers.list({ ...selection, after: null, rows: ITEMS }) : [];
    return {
      // The header that was checked: what a proxy hands on as another may be anybody's.
      address: `${request.protocol}://${request.headers.host ?? ''}${request.url}`,
      language: lang,
      query: Object.values(query).join(' '),
      papers,
    };
  }
}
