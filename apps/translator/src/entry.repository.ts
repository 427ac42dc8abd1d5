import { Injectable } from '@nestjs/common';
import type { EntryKey } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { StoredEntry } from './paper-parsed.decision.ts';
import { ensureEntries } from './statements/ensure-entries.statement.ts';
import { lockEntries } from './statements/lock-entries.statement.ts';
import { saveEntries, type SavedEntry } from './statements/save-entries.statement.ts';

/** What the translator remembers of entries. */
@Injectable()
export class EntryRepository {
  /** Locks entries for the rest of the transaction. @returns what is stored of each, by `entrySubject` */
  async lock(tx: Transaction, keys: readonly EntryKey[]): Promise<Map<string, StoredEntry>> {
    await ensureEntries(tx, keys);
    return lockEntries(tx, keys);
  }

  /** @param engine that judged their texts */
  async save(tx: Transaction, entries: readonly SavedEntry[], engine: string): Promise<void> {
    await saveEntries(tx, entries, engine);
  }
}
