import type { DiglotEvent } from '@diglot/contracts';
import type { ArxivId } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

/** A replay may repeat the revision that is stored; anything older is stale. */
const SAVE = `
  INSERT INTO indexer.members AS stored (arxiv_id, subject, revision, retracted, fact)
  SELECT arxiv_id, subject, revision, retracted, fact
  FROM unnest($1::text[], $2::text[], $3::int[], $4::boolean[], $5::json[])
    AS member (arxiv_id, subject, revision, retracted, fact)
  ORDER BY arxiv_id, subject
  ON CONFLICT (arxiv_id, subject) DO UPDATE SET
    revision = excluded.revision, retracted = excluded.retracted, fact = excluded.fact
  WHERE stored.revision <= excluded.revision
  RETURNING arxiv_id AS "arxivId"`;

/**
 * @param facts of each subject one
 * @returns the papers whose sets they touched; stale facts touch none
 */
export async function saveMembers(
  tx: Transaction,
  facts: readonly DiglotEvent<'paper.translated'>[],
): Promise<Set<ArxivId>> {
  const rows = await tx.rows<{ arxivId: ArxivId }>(SAVE, [
    facts.map(({ data }) => data.arxivId),
    facts.map(({ subject }) => subject),
    facts.map(({ revision }) => revision),
    facts.map(({ data }) => data.retracted),
    facts.map(({ data }) => JSON.stringify(data)),
  ]);
  return new Set(rows.map(({ arxivId }) => arxivId));
}
