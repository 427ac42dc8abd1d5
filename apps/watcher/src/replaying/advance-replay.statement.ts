import type { Transaction } from '@diglot/platform';

/** How far a transaction has brought a replay. */
export interface ReplayStep {
  readonly announced: number;
  /** null: nothing was left, so it is done. */
  readonly last: { readonly source: string; readonly path: string } | null;
}

const ADVANCE = `
  UPDATE watcher.replays SET
    announced = announced + $2, last_source = coalesce($3, last_source), last_path = coalesce($4, last_path),
    finished_at = CASE WHEN $3::text IS NULL THEN now() END
  WHERE id = $1`;

export async function advanceReplay(tx: Transaction, id: string, { announced, last }: ReplayStep): Promise<void> {
  await tx.run(ADVANCE, [id, announced, last?.source ?? null, last?.path ?? null]);
}
