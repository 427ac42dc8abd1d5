import type { ArxivId } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { QueuedText } from '../queued-texts.ts';

/** Sorted, so that two transactions that queue the same texts never wait for each other in a circle. */
const SAVE = `
  WITH queued AS (
    SELECT arxiv_id COLLATE "C" AS arxiv_id, genre COLLATE "C" AS genre, severity,
      coalesce(newest_date, '-infinity') AS newest_date, rejected, sources, codes
    FROM unnest($2::text[], $3::text[], $4::smallint[], $5::date[], $6::boolean[], $7::jsonb[], $8::jsonb[])
      AS text (arxiv_id, genre, severity, newest_date, rejected, sources, codes)
  ), gone AS (
    DELETE FROM indexer.review_queue AS stored
    WHERE arxiv_id = ANY($1) AND NOT EXISTS (
      SELECT FROM queued WHERE queued.arxiv_id = stored.arxiv_id AND queued.genre = stored.genre
    )
  )
  INSERT INTO indexer.review_queue AS stored (arxiv_id, genre, severity, newest_date, rejected, sources, codes)
  SELECT * FROM queued ORDER BY arxiv_id, genre
  ON CONFLICT (arxiv_id, genre) DO UPDATE SET
    severity = excluded.severity, newest_date = excluded.newest_date, rejected = excluded.rejected,
    sources = excluded.sources, codes = excluded.codes`;

/** @param papers all whose texts are given; what of them is queued no more is taken out */
export async function saveQueuedTexts(
  tx: Transaction,
  papers: readonly ArxivId[],
  texts: readonly QueuedText[],
): Promise<void> {
  if (papers.length === 0) return;
  await tx.run(SAVE, [
    papers,
    texts.map(({ arxivId }) => arxivId),
    texts.map(({ genre }) => genre),
    texts.map(({ severity }) => severity),
    texts.map(({ newestDate }) => newestDate),
    texts.map(({ isRejected }) => isRejected),
    texts.map(({ sources }) => JSON.stringify(sources)),
    texts.map(({ codes }) => JSON.stringify(codes)),
  ]);
}
