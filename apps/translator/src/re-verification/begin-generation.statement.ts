import type { Sql } from '@diglot/platform';

const COUNT = `(SELECT count(*)::int FROM translator.entries WHERE printed IS NOT NULL)`;

/** An engine that was seen before begins nothing: a process of an older version must not undo what a newer one did. */
const REGISTER = `
  INSERT INTO translator.re_verifications (engine, actor, reason, started_at, entries)
  SELECT $1, 'translator', 'a new engine', now(), ${COUNT}
  WHERE NOT EXISTS (SELECT FROM translator.re_verifications WHERE engine = $1)`;

const ADOPT = `
  UPDATE translator.re_verifications SET engine = $1, started_at = now(), entries = ${COUNT} WHERE engine IS NULL`;

const NEWEST = `
  SELECT generation FROM (
    SELECT generation, engine FROM translator.re_verifications WHERE engine IS NOT NULL ORDER BY generation DESC LIMIT 1
  ) AS newest WHERE engine = $1`;

/** Opens a generation for an engine that is new, if it is. */
export async function registerEngine(sql: Sql, engine: string): Promise<void> {
  await sql.run(REGISTER, [engine]);
}

/** Takes up what was asked for. */
export async function adoptRequests(sql: Sql, engine: string): Promise<void> {
  await sql.run(ADOPT, [engine]);
}

/** @returns null when another engine is newer */
export async function newestGeneration(sql: Sql, engine: string): Promise<string | null> {
  const [row] = await sql.rows<{ generation: string }>(NEWEST, [engine]);
  return row?.generation ?? null;
}
