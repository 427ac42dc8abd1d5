import { Injectable } from '@nestjs/common';
import type { DigestDiscovered } from '@diglot/contracts';
import type { Placement } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import { feedOf } from './profile/feed-of.ts';
import type { Content } from './read-content.ts';
import { forgetProfile } from './statements/forget-profile.statement.ts';
import { replaceClaims } from './statements/replace-claims.statement.ts';
import { saveProfile } from './statements/save-profile.statement.ts';
import type { EntryChange, StoredEntry } from './digest-discovered.decision.ts';
import { ensurePlacement } from './statements/ensure-placement.statement.ts';
import { forgetDiagnostics } from './statements/forget-diagnostics.statement.ts';
import { lockPlacement, type TakenPlacement } from './statements/lock-placement.statement.ts';
import { placementEntries } from './statements/placement-entries.statement.ts';
import { saveDiagnostics } from './statements/save-diagnostics.statement.ts';
import { saveEntries } from './statements/save-entries.statement.ts';
import { savePlacement } from './statements/save-placement.statement.ts';

/** So many rows are printed as parameters in a few milliseconds. */
const SAVED_AT_ONCE = 2_000;

/** What the parser remembers of placements. */
@Injectable()
export class PlacementRepository {
  /** Locks a placement for the rest of the transaction. @returns what was taken of it last */
  async lock(tx: Transaction, placement: Placement): Promise<TakenPlacement> {
    await ensurePlacement(tx, placement);
    return lockPlacement(tx, placement);
  }

  async entries(tx: Transaction, placement: Placement): Promise<StoredEntry[]> {
    return placementEntries(tx, placement);
  }

  async save(
    tx: Transaction,
    placement: DigestDiscovered,
    revision: number,
    content: Content | null,
    changes: readonly EntryChange[],
  ): Promise<void> {
    const file = content?.file ?? null;
    await savePlacement(tx, placement, revision, file);
    const entries = changes.map(({ stored }) => stored);
    for (let from = 0; from < entries.length; from += SAVED_AT_ONCE) {
      await saveEntries(tx, placement, entries.slice(from, from + SAVED_AT_ONCE));
    }
    await forgetDiagnostics(tx, placement);
    await saveDiagnostics(tx, placement, file?.diagnostics ?? []);
    await this.saveSums(tx, placement, content);
  }

  /** What notices about the source are concluded from. */
  async saveSums(tx: Transaction, placement: Placement, content: Content | null): Promise<void> {
    const file = content?.file ?? null;
    const isDigest = file?.kind === 'digest' || file?.kind === 'empty';
    if (content && isDigest) await saveProfile(tx, placement, feedOf(placement.path), content.profile);
    else await forgetProfile(tx, placement);
    await replaceClaims(tx, placement, file?.kind === 'index-table' ? file.rows : []);
  }
}
