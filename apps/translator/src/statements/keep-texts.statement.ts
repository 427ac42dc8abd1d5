import type { Sha256 } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

/** Sorted, so that two transactions that keep the same texts never wait for each other in a circle. */
const KEEP = `
  INSERT INTO translator.texts (hash, body)
  SELECT * FROM unnest($1::bytea[], $2::text[]) AS text (hash, body) ORDER BY hash
  ON CONFLICT DO NOTHING`;

export async function keepTexts(tx: Transaction, texts: ReadonlyMap<Sha256, string>): Promise<void> {
  if (texts.size === 0) return;
  await tx.run(KEEP, [[...texts.keys()].map((hash) => Buffer.from(hash, 'hex')), [...texts.values()]]);
}
