import { Injectable } from '@nestjs/common';
import type { Transaction } from '@diglot/platform';
import type { SearchRow } from './paper-state.decision.ts';
import { keepFacetGroups } from './statements/keep-facet-groups.statement.ts';
import { saveSearchRows } from './statements/save-search-rows.statement.ts';

/** What papers are found and counted by. */
@Injectable()
export class SearchRepository {
  /** Takes each row unless a newer one is stored. At most one row per paper. */
  async save(tx: Transaction, rows: readonly SearchRow[]): Promise<void> {
    await keepFacetGroups(
      tx,
      rows.map(({ document }) => document.group).filter((group) => group !== null),
    );
    await saveSearchRows(tx, rows);
  }
}
