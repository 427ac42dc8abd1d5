import { Injectable } from '@nestjs/common';
import type { ArxivId } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { PaperChange, StoredPaper } from './paper-translated.decision.ts';
import { ensurePapers } from './statements/ensure-papers.statement.ts';
import { lockPapers } from './statements/lock-papers.statement.ts';
import { savePapers } from './statements/save-papers.statement.ts';

/** The states of papers. */
@Injectable()
export class PaperRepository {
  /** Locks papers for the rest of the transaction; one that is new begins at revision 0. */
  async lock(tx: Transaction, papers: readonly ArxivId[]): Promise<StoredPaper[]> {
    await ensurePapers(tx, papers);
    return lockPapers(tx, papers);
  }

  async save(tx: Transaction, changes: readonly PaperChange[]): Promise<void> {
    await savePapers(tx, changes);
  }
}
