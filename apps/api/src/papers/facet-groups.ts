import { Injectable } from '@nestjs/common';
import { Database } from '@diglot/platform';

/** What papers of a group are counted by. */
export interface Facets {
  readonly verdict?: string;
  readonly status?: string;
  readonly sources?: readonly string[];
  readonly categories?: readonly string[];
  readonly topics?: readonly string[];
  readonly issues?: readonly string[];
}

const GROUPS = 'SELECT id, facets FROM indexer.facet_group_view WHERE id = ANY($1::bigint[])';

/** So many groups are remembered: a corpus has some thousands. */
const REMEMBERED = 100_000;

/** The groups that papers are counted in. One never changes, so each is read once. */
@Injectable()
export class FacetGroups {
  readonly #database: Database;
  readonly #groups = new Map<string, Facets>();

  constructor(database: Database) {
    this.#database = database;
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, Facets>> {
    const unknown = ids.filter((id) => !this.#groups.has(id));
    if (unknown.length > 0) {
      if (this.#groups.size + unknown.length > REMEMBERED) this.#groups.clear();
      const rows = await this.#database.rows<{ id: string; facets: Facets }>(GROUPS, [
        this.#groups.size === 0 ? ids : unknown,
      ]);
      for (const { id, facets } of rows) this.#groups.set(id, facets);
    }
    return this.#groups;
  }
}
