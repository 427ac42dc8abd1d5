import type { Genre, Judgement, Sha256 } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

/** Sorted, so that two transactions that keep the same verdicts never wait for each other in a circle. */
const KEEP = `
  INSERT INTO translator.verdicts (genre, source_hash, target_hash, engine, verdict, score, issues)
  SELECT * FROM unnest($1::text[], $2::bytea[], $3::bytea[], $4::text[], $5::text[], $6::real[], $7::json[])
    AS verdict (genre, source_hash, target_hash, engine, verdict, score, issues)
  ORDER BY source_hash, target_hash, genre, engine
  ON CONFLICT DO NOTHING`;

/** A verdict about two texts of the memory. */
export interface JudgedPair {
  readonly genre: Genre;
  readonly source: Sha256;
  readonly target: Sha256;
  readonly judgement: Judgement;
}

export async function keepVerdicts(tx: Transaction, pairs: readonly JudgedPair[]): Promise<void> {
  if (pairs.length === 0) return;
  await tx.run(KEEP, [
    pairs.map(({ genre }) => genre),
    pairs.map(({ source }) => Buffer.from(source, 'hex')),
    pairs.map(({ target }) => Buffer.from(target, 'hex')),
    pairs.map(({ judgement }) => judgement.engine),
    pairs.map(({ judgement }) => judgement.verdict),
    pairs.map(({ judgement }) => judgement.score),
    pairs.map(({ judgement }) => JSON.stringify(judgement.issues)),
  ]);
}
