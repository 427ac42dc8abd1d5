import { Injectable } from '@nestjs/common';
import type { ArxivId, PaperState } from '@diglot/domain';
import { Database } from '@diglot/platform';
import type { PaperFacets } from '../contract/facets.schema.ts';
import { FacetGroups } from './facet-groups.ts';
import { facetPapers, type FacetCount } from './paper-facets.statement.ts';
import { listPapers, type PaperListing, type Statement } from './paper-list.statement.ts';
import type { PaperSelection } from './paper-selection.ts';
import { presentFacets } from './present-facets.ts';

/** A paper as the indexer holds it. */
export interface PaperRow {
  readonly arxivId: ArxivId;
  readonly revision: number;
  readonly state: PaperState;
  readonly updatedAt: Date;
}

/** A paper in its place in the list. */
export interface ListedPaper extends PaperRow {
  /** `-infinity` where no digest names a day. */
  readonly listedDate: string;
}

export interface OccurrenceRow {
  readonly source: string;
  readonly path: string;
  readonly ordinal: number;
  readonly line: number | null;
  readonly date: string | null;
  readonly sha256: string | null;
  readonly version: number | null;
  /** Of its digest; absent where it was announced before they were stated. */
  readonly section: { readonly category?: string | null; readonly topic?: string | null } | null;
}

const PAPER = `
  SELECT arxiv_id AS "arxivId", revision, state, updated_at AS "updatedAt" FROM indexer.paper_view WHERE arxiv_id = $1`;

const STATES = `SELECT arxiv_id AS "arxivId", state FROM indexer.paper_view WHERE arxiv_id = ANY($1::text[])`;

/** The line is the parser's; it may be a moment ahead of the indexer, so a missing one is no contradiction. */
const OCCURRENCES = `
  WITH printed AS (
    SELECT arxiv_id, fact #>> '{entry,source}' AS source, fact #>> '{entry,path}' AS path,
      (fact #>> '{entry,ordinal}')::int AS ordinal, fact #>> '{digest,date}' AS date, fact #>> '{digest,sha256}' AS sha256,
      (fact #>> '{paper,version}')::int AS version, fact -> 'digest' AS section
    FROM indexer.occurrence_view WHERE arxiv_id = $1 AND fact ->> 'kind' = 'entry'
  )
  SELECT printed.source, printed.path, printed.ordinal, entry.line, printed.date, printed.sha256,
    printed.version, printed.section
  FROM printed LEFT JOIN parser.entry_view AS entry
    ON entry.arxiv_id = printed.arxiv_id AND entry.source = printed.source AND entry.path = printed.path
      AND entry.ordinal = printed.ordinal AND NOT entry.retracted
  ORDER BY printed.date DESC NULLS LAST, printed.source, printed.path, printed.ordinal`;

/** Papers, read from the indexer's views. */
@Injectable()
export class PaperRepository {
  readonly #database: Database;
  readonly #groups: FacetGroups;

  constructor(database: Database, groups: FacetGroups) {
    this.#database = database;
    this.#groups = groups;
  }

  async list(listing: PaperListing): Promise<ListedPaper[]> {
    return this.#run<ListedPaper>(listPapers(listing));
  }

  async facets(selection: PaperSelection): Promise<PaperFacets> {
    const counts = await this.#run<FacetCount>(facetPapers(selection));
    const ids = counts.map(({ group }) => group).filter((group) => group !== null);
    return presentFacets(counts, await this.#groups.find(ids));
  }

  async find(arxivId: ArxivId): Promise<PaperRow | null> {
    const [row] = await this.#database.rows<PaperRow>(PAPER, [arxivId]);
    return row ?? null;
  }

  async states(arxivIds: readonly ArxivId[]): Promise<Map<ArxivId, PaperState>> {
    const rows = await this.#database.rows<{ arxivId: ArxivId; state: PaperState }>(STATES, [arxivIds]);
    return new Map(rows.map(({ arxivId, state }) => [arxivId, state]));
  }

  async occurrences(arxivId: ArxivId): Promise<OccurrenceRow[]> {
    return this.#database.rows<OccurrenceRow>(OCCURRENCES, [arxivId]);
  }

  async #run<Row extends object>({ sql, parameters, needsIndex }: Statement): Promise<Row[]> {
    if (!needsIndex) return this.#database.rows<Row>(sql, parameters);
    return this.#database.transaction(async (tx) => {
      await tx.run('SET LOCAL enable_seqscan = off');
      return tx.rows<Row>(sql, parameters);
    });
  }
}
