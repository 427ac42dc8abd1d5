import { Injectable } from '@nestjs/common';
import type { ArxivId, PaperState, ReviewDecision } from '@diglot/domain';
import { Database } from '@diglot/platform';
import type { PaperMember } from '../papers/paper-candidates.ts';

/** What a revision said of one text; see `indexer.revisions`. */
interface FieldSummary {
  readonly verdict: 'accept' | 'flag' | 'retranslate' | null;
  readonly score: number | null;
  readonly hash: string | null;
  /** How often each issue was found, as `code severity`. */
  readonly issues: Readonly<Record<string, number>>;
  readonly review?: ReviewDecision;
}

export interface RevisionRow {
  readonly revision: number;
  readonly at: Date;
  readonly summary: {
    readonly texts: { readonly title: FieldSummary; readonly abstract: FieldSummary } | null;
    readonly version: number | null;
  };
}

export interface HistoryRows {
  readonly revision: number;
  readonly state: PaperState;
  readonly members: readonly PaperMember[];
  readonly revisions: readonly RevisionRow[];
}

const PAPER = 'SELECT revision, state FROM indexer.paper_view WHERE arxiv_id = $1';
const MEMBERS = 'SELECT subject, fact FROM indexer.occurrence_view WHERE arxiv_id = $1 ORDER BY subject';
const REVISIONS = `
  SELECT revision, at, summary FROM indexer.revision_view WHERE arxiv_id = $1 ORDER BY revision DESC LIMIT 200`;

/** The set of a paper, and what its state was. */
@Injectable()
export class HistoryRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns null when nobody prints the paper */
  async find(arxivId: ArxivId): Promise<HistoryRows | null> {
    const [paper] = await this.#database.rows<{ revision: number; state: PaperState }>(PAPER, [arxivId]);
    if (!paper) return null;
    return {
      ...paper,
      members: await this.#database.rows<PaperMember>(MEMBERS, [arxivId]),
      revisions: await this.#database.rows<RevisionRow>(REVISIONS, [arxivId]),
    };
  }
}
