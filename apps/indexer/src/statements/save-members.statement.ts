import type { DiglotEvent } from '@diglot/contracts';
import type { ArxivId } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

/** A replay may repeat the revision that is stored, which keeps its day; anything older is stale. */
const SAVE = `
  INSERT INTO indexer.members AS stored (arxiv_id, subject, revision, retracted, fact, stated_on)
  SELECT arxiv_id, subject, revision, retracted, fact, stated_on
  FROM unnest($1::text[], $2::text[], $3::int[], $4::boolean[], $5::json[], $6::date[])
    AS member (arxiv_id, subject, revision, retracted, fact, stated_on)
  ORDER BY arxiv_id, subject
  ON CONFLICT (arxiv_id, subject) DO UPDATE SET
    revision = excluded.revision, retracted = excluded.retracted, fact = excluded.fact,
    stated_on = CASE WHEN stored.revision = excluded.revision THEN stored.stated_on ELSE excluded.stated_on END
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
    facts.map(({ time }) => time.toISOString().slice(0, 10)),
  ]);
  return new Set(rows.map(({ arxivId }) => arxivId));
}
