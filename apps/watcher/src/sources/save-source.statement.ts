import type { Transaction } from '@diglot/platform';
import type { SourceKind } from '../leading/lead.ts';

const SAVE = `
  INSERT INTO watcher.sources (name, location, kind) VALUES ($1, $2, $3)
  ON CONFLICT (name) DO UPDATE SET location = excluded.location, kind = excluded.kind, folder = NULL
  WHERE sources.location <> excluded.location`;

/** Remembers a source, or that it has moved. */
export async function saveSource(tx: Transaction, name: string, location: string, kind: SourceKind): Promise<void> {
  await tx.run(SAVE, [name, location, kind]);
}
