import { Injectable } from '@nestjs/common';
import type { ArxivId } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import { changesBetween } from './paper-contribution.ts';
import type { PaperChange, StoredPaper } from './paper-translated.decision.ts';
import { queuedTexts } from './queued-texts.ts';
import { addTrends } from './statements/add-trends.statement.ts';
import { ensurePapers } from './statements/ensure-papers.statement.ts';
import { lockPapers } from './statements/lock-papers.statement.ts';
import { savePapers } from './statements/save-papers.statement.ts';
import { saveQueuedTexts } from './statements/save-queued-texts.statement.ts';
import { saveRevisions } from './statements/save-revisions.statement.ts';

/** The states of papers, and what is summed up over them. */
@Injectable()
export class PaperRepository {
  /** Locks papers for the rest of the transaction; one that is new begins at revision 0. */
  async lock(tx: Transaction, papers: readonly ArxivId[]): Promise<StoredPaper[]> {
    await ensurePapers(tx, papers);
    return lockPapers(tx, papers);
  }

  /** The papers must be locked: the sums change by what was read of them. */
  async save(tx: Transaction, changes: readonly PaperChange[]): Promise<void> {
    await savePapers(tx, changes);
    const news = changes.filter(({ isNews }) => isNews);
    await saveRevisions(tx, news);
    await saveQueuedTexts(
      tx,
      changes.map(({ stored }) => stored.arxivId),
      changes.flatMap(({ state }) => queuedTexts(state)),
    );
    const before = changes.flatMap((change) => change.before.contribution ?? []);
    const after = changes.flatMap((change) => change.stored.contribution ?? []);
    // Last, for all papers wait for these few rows.
    await addTrends(tx, changesBetween(before, after));
  }
}
