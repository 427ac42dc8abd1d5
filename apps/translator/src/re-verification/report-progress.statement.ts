import type { Sql } from '@diglot/platform';

/** What one batch came to. */
export interface Progress {
  readonly judged: number;
  /** Announced anew. */
  readonly changed: number;
  /** Keep their old verdicts, for the engine died of them. */
  readonly failed: number;
  readonly lastError: string | null;
}

const REPORT = `
  UPDATE translator.re_verifications SET judged = judged + $2, changed = changed + $3, failed = failed + $4,
    last_error = coalesce($5, last_error)
  WHERE generation = $1`;

const FINISH = `UPDATE translator.re_verifications SET finished_at = now() WHERE engine = $1 AND finished_at IS NULL`;

export async function reportProgress(sql: Sql, generation: string, progress: Progress): Promise<void> {
  const { judged, changed, failed, lastError } = progress;
  await sql.run(REPORT, [generation, judged, changed, failed, lastError]);
}

/** Closes the passages of an engine, for no entry is left. */
export async function finishGenerations(sql: Sql, engine: string): Promise<void> {
  await sql.run(FINISH, [engine]);
}
