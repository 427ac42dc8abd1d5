import type { Transaction } from '@diglot/platform';
import type { PaperChange } from '../paper-translated.decision.ts';

/** `updated_at` is the time of the state: a paper that is only counted anew keeps it. */
const SAVE = `
  UPDATE indexer.papers SET
    revision = paper.revision, state = paper.state, state_hash = paper.state_hash, newest_date = paper.newest_date,
    title_verdict = paper.title_verdict, abstract_verdict = paper.abstract_verdict, fold = paper.fold,
    contribution = paper.contribution,
    updated_at = CASE WHEN papers.revision < paper.revision THEN now() ELSE papers.updated_at END
  FROM unnest($1::text[], $2::int[], $3::json[], $4::bytea[], $5::date[], $6::text[], $7::text[], $8::int[], $9::json[])
    AS paper (arxiv_id, revision, state, state_hash, newest_date, title_verdict, abstract_verdict, fold, contribution)
  WHERE papers.arxiv_id = paper.arxiv_id AND papers.revision <= paper.revision`;

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
    changes.map(({ stored }) => stored.fold),
    changes.map(({ stored }) => stored.contribution && JSON.stringify(stored.contribution)),
  ]);
}
