import { Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { DiglotError, parseArxivReference, parseQuery, type SearchQuery } from '@diglot/domain';
import { ROUTES } from '../contract/routes.ts';
import type { Paper, PaperList, PapersQuery } from '../contract/papers.schema.ts';
import { decodeCursor, placeDay, placeText, toPage } from '../http/cursor.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { PaperRepository } from './paper.repository.ts';
import { presentPaper, presentSummary } from './present-paper.ts';

/** Day and id. */
const PLACE = z.tuple([placeDay, placeText]);

@Controller()
export class PapersController {
  readonly #papers: PaperRepository;

  constructor(papers: PaperRepository) {
    this.#papers = papers;
  }

  @Route(ROUTES.papers)
  async list(@Query(new Validated(ROUTES.papers.query)) query: PapersQuery): Promise<PaperList> {
    const { verdict = null, source = null, date = null, limit } = query;
    const search = toSearch(query.q);
    const place = decodeCursor(query.cursor, PLACE);
    if (search?.isEmpty) return { items: [], next: null };
    const after = place && { date: place[0], arxivId: place[1] };
    const read = await this.#papers.list({ search, verdict, source, date, after, rows: limit + 1 });
    const { rows, next } = toPage(read, limit, ({ listedDate, arxivId }) => [listedDate, arxivId]);
    return { items: rows.map((row) => presentSummary(row, search)), next };
  }

  @Route(ROUTES.paper)
  async get(@Param('*') id: string, @Query(new Validated(ROUTES.paper.query)) query: { q?: string }): Promise<Paper> {
    const reference = parseArxivReference(id);
    if (!reference) throw new DiglotError('DIGLOT_NOT_FOUND', `${JSON.stringify(id)} is no arXiv identifier`);
    const row = await this.#papers.find(reference.id);
    if (!row) throw new DiglotError('DIGLOT_NOT_FOUND', `no digest prints ${reference.id}`);
    return presentPaper(row, await this.#papers.occurrences(reference.id), toSearch(query.q));
  }
}

/** @returns null when nothing is asked for */
function toSearch(q: string | undefined): SearchQuery | null {
  return q === undefined || q.trim() === '' ? null : parseQuery(q);
}
