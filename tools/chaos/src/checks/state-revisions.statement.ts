import type { Database } from '@diglot/platform';

/** A state's revision. */
export interface StateRevision {
  /** arXiv id. */
  readonly id: string;
  readonly revision: number;
}

const REVISIONS = 'SELECT arxiv_id AS id, revision FROM indexer.paper_view';

/** Every paper that somebody prints, with the revision of its state. */
export function stateRevisions(database: Database): Promise<readonly StateRevision[]> {
  return database.rows(REVISIONS);
}
