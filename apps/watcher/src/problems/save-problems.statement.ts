import type { Transaction } from '@diglot/platform';
import type { Problem } from './problem.ts';

const SAVE = `
  INSERT INTO watcher.problems (source, path, code, detail)
  SELECT $1, path, code, detail FROM unnest($2::text[], $3::text[], $4::text[]) AS given (path, code, detail)
  ON CONFLICT (source, path) DO UPDATE SET
    code = excluded.code, detail = excluded.detail, last_seen = now(),
    first_seen = CASE WHEN problems.code = excluded.code THEN problems.first_seen ELSE now() END`;

/** Writes problems; one that is known already is only seen again. */
export async function saveProblems(tx: Transaction, source: string, problems: readonly Problem[]): Promise<void> {
  if (problems.length === 0) return;
  await tx.run(SAVE, [
    source,
    problems.map(({ path }) => path),
    problems.map(({ code }) => code),
    problems.map(({ detail }) => detail),
  ]);
}
