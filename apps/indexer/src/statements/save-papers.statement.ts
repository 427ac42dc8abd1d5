import type { Transaction } from '@diglot/platform';
import type { PaperChange } from '../paper-translated.decision.ts';

const SAVE = `
  UPDATE indexer.papers SET
    revision = paper.revision, state = paper.state, state_hash = paper.state_hash, newest_date = paper.newest_date,
    title_verdict = paper.title_verdict, abstract_verdict = paper.abstract_verdict, updated_at = now()
  FROM unnest($1::text[], $2::int[], $3::json[], $4::bytea[], $5::date[], $6::text[], $7::text[])
    AS paper (arxiv_id, revision, state, state_hash, newest_date, title_verdict, abstract_verdict)
  WHERE papers.arxiv_id = paper.arxiv_id AND papers.revision < paper.revision`;

export async function savePapers(tx: Transaction, changes: readonly PaperChange[]): Promise<void> {
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
