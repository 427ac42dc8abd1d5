import type { Transaction } from '@diglot/platform';
import type { PaperChange } from '../paper-translated.decision.ts';
import { summaryOf } from '../paper-summary.ts';

const SAVE = `
  INSERT INTO indexer.revisions (arxiv_id, revision, summary)
  SELECT * FROM unnest($1::text[], $2::int[], $3::json[]) AS revision (arxiv_id, revision, summary)
  ON CONFLICT DO NOTHING`;

export async function saveRevisions(tx: Transaction, changes: readonly PaperChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.run(SAVE, [
    changes.map(({ stored }) => stored.arxivId),
    changes.map(({ stored }) => stored.revision),
    changes.map(({ state }) => JSON.stringify(summaryOf(state))),
  ]);
}
