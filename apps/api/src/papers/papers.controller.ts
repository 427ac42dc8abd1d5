import { Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { ROUTES } from '../contract/routes.ts';
import type { PaperFacets } from '../contract/facets.schema.ts';
import type { FacetsQuery, Paper, PaperList, PapersQuery } from '../contract/papers.schema.ts';
import { decodeCursor, placeDay, placeText, toPage } from '../http/cursor.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { Aligner } from './aligner.ts';
import { PaperRepository } from './paper.repository.ts';
import { toArxivId, unknownPaper } from './paper-id.ts';
import { toSearch, toSelection } from './paper-selection.ts';
import { NO_FACETS } from './present-facets.ts';
import { presentPaper, presentSummary } from './present-paper.ts';

/** Day and id. */
const PLACE = z.tuple([placeDay, placeText]);

@Controller()
export class PapersController {
  readonly #papers: PaperRepository;
  readonly #aligner: Aligner;

  constructor(papers: PaperRepository, aligner: Aligner) {
    this.#papers = papers;
    this.#aligner = aligner;
  }

  @Route(ROUTES.papers)
  async list(@Query(new Validated(ROUTES.papers.query)) query: PapersQuery): Promise<PaperList> {
    const { limit } = query;
    const selection = toSelection(query);
    const place = decodeCursor(query.cursor, PLACE);
    if (!selection) return { items: [], next: null };
    const after = place && { date: place[0], arxivId: place[1] };
    const read = await this.#papers.list({ ...selection, after, rows: limit + 1 });
    const { rows, next } = toPage(read, limit, ({ listedDate, arxivId }) => [listedDate, arxivId]);
    return { items: rows.map((row) => presentSummary(row, selection.search)), next };
  }

  @Route(ROUTES.facets)
  async facets(@Query(new Validated(ROUTES.facets.query)) query: FacetsQuery): Promise<PaperFacets> {
    const selection = toSelection(query);
    return selection ? this.#papers.facets(selection) : NO_FACETS;
  }

  @Route(ROUTES.paper)
  async get(@Param('*') id: string, @Query(new Validated(ROUTES.paper.query)) query: { q?: string }): Promise<Paper> {
    const arxivId = toArxivId(id);
    const row = await this.#papers.find(arxivId);
    if (!row) throw unknownPaper(arxivId);
    const [occurrences, alignment] = await Promise.all([
      this.#papers.occurrences(arxivId),
      this.#aligner.align(row.state),
    ]);
    return presentPaper(row, occurrences, alignment, toSearch(query.q));
  }
}
