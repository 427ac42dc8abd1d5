import type { Sql } from '@diglot/platform';
import type { Problem } from './problem.ts';

const LOAD = `SELECT path, code, detail FROM watcher.problems WHERE source = $1`;

/** The problems of a source as they were last written. */
export async function loadProblems(sql: Sql, source: string): Promise<Problem[]> {
  return await sql.rows<Problem>(LOAD, [source]);
}
