import { Injectable } from '@nestjs/common';
import type { ArxivId, PaperState } from '@diglot/domain';
import { Database, type Transaction } from '@diglot/platform';
import type { PaperChange, StoredPaper } from './paper-translated.decision.ts';

const ENSURE = `
  INSERT INTO indexer.papers (arxiv_id) SELECT * FROM unnest($1::text[]) AS paper (arxiv_id) ORDER BY arxiv_id
  ON CONFLICT DO NOTHING`;

/** In the order of the key: two transactions that want the same papers never wait for each other in a circle. */
const LOCK = `
  SELECT arxiv_id AS "arxivId", revision, encode(state_hash, 'hex') AS hash
  FROM indexer.papers WHERE arxiv_id = ANY($1) ORDER BY arxiv_id FOR UPDATE`;

const SAVE = `
  UPDATE indexer.papers SET
    revision = paper.revision, state = paper.state, state_hash = paper.state_hash, newest_date = paper.newest_date,
    title_verdict = paper.title_verdict, abstract_verdict = paper.abstract_verdict, updated_at = now()
  FROM unnest($1::text[], $2::int[], $3::json[], $4::bytea[], $5::date[], $6::text[], $7::text[])
    AS paper (arxiv_id, revision, state, state_hash, newest_date, title_verdict, abstract_verdict)
  WHERE papers.arxiv_id = paper.arxiv_id AND papers.revision < paper.revision`;

const CURRENT = `
  SELECT arxiv_id AS "arxivId", revision, state, updated_at AS "updatedAt" FROM indexer.papers
  WHERE arxiv_id = ANY($1) AND revision > 0`;

/** A paper's state with the revision it has. */
export interface CurrentState {
  readonly arxivId: ArxivId;
  readonly revision: number;
  readonly state: PaperState | null;
  readonly updatedAt: Date;
}

/** The states of papers. */
@Injectable()
export class PaperRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Locks papers for the rest of the transaction; one that is new begins at revision 0. */
  async lock(tx: Transaction, papers: readonly ArxivId[]): Promise<StoredPaper[]> {
    await tx.run(ENSURE, [papers]);
    return tx.rows<StoredPaper>(LOCK, [papers]);
  }

  async save(tx: Transaction, changes: readonly PaperChange[]): Promise<void> {
    if (changes.length === 0) return;
    await tx.run(SAVE, [
      changes.map(({ stored }) => stored.arxivId),
      changes.map(({ stored }) => stored.revision),
      changes.map(({ state }) => state && JSON.stringify(state)),
      changes.map(({ stored }) => stored.hash && Buffer.from(stored.hash, 'hex')),
      changes.map(({ state }) => state?.newestDate ?? null),
      changes.map(({ state }) => state?.title.verdict ?? null),
      changes.map(({ state }) => state?.abstract.verdict ?? null),
    ]);
  }

  /** The current states of papers, for whoever sends what the pointers on `paper.state` point to. */
  async current(papers: readonly string[]): Promise<CurrentState[]> {
    return this.#database.rows<CurrentState>(CURRENT, [papers]);
  }
}
