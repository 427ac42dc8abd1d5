import { Injectable } from '@nestjs/common';
import type { DiglotEvent } from '@diglot/contracts';
import type { ArxivId } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { Member } from './paper-translated.decision.ts';

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

const LIVE = `
  SELECT arxiv_id AS "arxivId", subject, fact FROM indexer.members
  WHERE arxiv_id = ANY($1) AND NOT retracted
  ORDER BY arxiv_id, subject`;

/** The sets that states are folded from. */
@Injectable()
export class MemberRepository {
  /** Takes facts, each subject's newest. @returns the papers whose sets they touched; stale facts touch none */
  async save(tx: Transaction, events: readonly DiglotEvent<'paper.translated'>[]): Promise<Set<ArxivId>> {
    const newest = [...newestOfEachSubject(events).values()];
    const rows = await tx.rows<{ arxivId: ArxivId }>(SAVE, [
      newest.map(({ data }) => data.arxivId),
      newest.map(({ subject }) => subject),
      newest.map(({ revision }) => revision),
      newest.map(({ data }) => data.retracted),
      newest.map(({ data }) => JSON.stringify(data)),
    ]);
    return new Set(rows.map(({ arxivId }) => arxivId));
  }

  async live(tx: Transaction, papers: readonly ArxivId[]): Promise<Map<ArxivId, Member[]>> {
    const rows = await tx.rows<Member & { arxivId: ArxivId }>(LIVE, [papers]);
    const sets = new Map<ArxivId, Member[]>(papers.map((arxivId) => [arxivId, []]));
    for (const { arxivId, subject, fact } of rows) sets.get(arxivId)?.push({ subject, fact });
    return sets;
  }
}

function newestOfEachSubject(
  events: readonly DiglotEvent<'paper.translated'>[],
): Map<string, DiglotEvent<'paper.translated'>> {
  const newest = new Map<string, DiglotEvent<'paper.translated'>>();
  for (const event of events) {
    const other = newest.get(event.subject);
    if (!other || other.revision < event.revision) newest.set(event.subject, event);
  }
  return newest;
}
