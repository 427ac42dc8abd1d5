import type { Sql } from '@diglot/platform';

/** What there is to do for an engine; all false: nothing. */
export interface Work {
  /** The engine was never seen before. */
  readonly isNew: boolean;
  /** Somebody asked for all texts to be judged again. */
  readonly isAsked: boolean;
  /** There are entries or edits with verdicts of an earlier generation, or a passage is not closed. */
  readonly isOpen: boolean;
}

/** An engine that is not the newest one leaves everything to that. */
const FIND = `
  WITH newest AS (
    SELECT generation, engine FROM translator.re_verifications WHERE engine IS NOT NULL
    ORDER BY generation DESC LIMIT 1
  ), own AS (SELECT generation FROM newest WHERE engine = $1)
  SELECT
    NOT EXISTS (SELECT FROM translator.re_verifications WHERE engine = $1) AS "isNew",
    EXISTS (SELECT FROM own) AND EXISTS (SELECT FROM translator.re_verifications WHERE engine IS NULL) AS "isAsked",
    EXISTS (SELECT FROM own WHERE
      EXISTS (SELECT FROM translator.re_verifications WHERE engine = $1 AND finished_at IS NULL)
      OR EXISTS (SELECT FROM translator.entries
                 WHERE printed IS NOT NULL AND entries.generation < own.generation)
      OR EXISTS (SELECT FROM translator.reviews
                 WHERE text_hash IS NOT NULL AND announced = revision AND reviews.generation < own.generation)) AS "isOpen"`;

export async function findWork(sql: Sql, engine: string): Promise<Work> {
  const [work] = await sql.rows<Work>(FIND, [engine]);
  return work ?? { isNew: false, isAsked: false, isOpen: false };
}
