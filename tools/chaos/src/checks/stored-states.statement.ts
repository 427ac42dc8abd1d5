import type { Database } from '@diglot/platform';

/** A state as PostgreSQL holds it. */
export interface StoredState {
  /** arXiv id. */
  readonly id: string;
  readonly revision: number;
  /** Of its JSON as UTF-8, in hexadecimal. */
  readonly sha256: string;
}

const STATES = `
  SELECT arxiv_id AS id, revision, encode(sha256(convert_to(state::text, 'UTF8')), 'hex') AS sha256
  FROM indexer.paper_view`;

/** Every paper that somebody prints. */
export function storedStates(database: Database): Promise<readonly StoredState[]> {
  return database.rows(STATES);
}
