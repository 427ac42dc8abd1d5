import type { Sha256 } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { StaleEdit } from './stale-edits.statement.ts';

/** An edit of which something else was said meanwhile, by a person or by another process, is not written. */
const SAVE = `
  UPDATE translator.reviews SET generation = $7, findings = $8, rejudged = $9
  WHERE arxiv_id = $1 AND genre = $2 AND source_hash = $3 AND target_hash = $4 AND revision = $5 AND rejudged = $6
    AND announced = revision
  RETURNING revision`;

/** What came of judging an edit again. */
export interface JudgedEdit {
  readonly generation: string;
  readonly findings: Sha256 | null;
  readonly rejudged: number;
}

/** @returns whether it was as it had been read */
export async function saveEdit(tx: Transaction, edit: StaleEdit, judged: JudgedEdit): Promise<boolean> {
  const { arxivId, genre, sourceHash, targetHash, revision, rejudged } = edit;
  const rows = await tx.rows(SAVE, [
    arxivId,
    genre,
    Buffer.from(sourceHash, 'hex'),
    Buffer.from(targetHash, 'hex'),
    revision,
    rejudged,
    judged.generation,
    judged.findings && Buffer.from(judged.findings, 'hex'),
    judged.rejudged,
  ]);
  return rows.length > 0;
}
