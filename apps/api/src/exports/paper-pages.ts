import { Injectable } from '@nestjs/common';
import type { PaperSelection } from '../papers/paper-selection.ts';
import { PaperRepository, type PaperRow } from '../papers/paper.repository.ts';

const PAGE = 250;

/** Papers of a selection, page by page. */
@Injectable()
export class PaperPages {
  readonly #papers: PaperRepository;

  constructor(papers: PaperRepository) {
    this.#papers = papers;
  }

  /** @param selection null: none */
  async *read(selection: PaperSelection | null): AsyncGenerator<readonly PaperRow[]> {
    let after: { date: string; arxivId: string } | null = null;
    while (selection) {
      const page = await this.#papers.list({ ...selection, after, rows: PAGE });
      if (page.length > 0) yield page;
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = { date: last.listedDate, arxivId: last.arxivId };
    }
  }
}
