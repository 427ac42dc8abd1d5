import type { Transaction } from '@diglot/platform';

const SAVE = `
  INSERT INTO watcher.sources (name, location) VALUES ($1, $2)
  ON CONFLICT (name) DO UPDATE SET location = excluded.location, folder = NULL
  WHERE sources.location <> excluded.location`;

/** Remembers a source, or that it has moved. */
export async function saveSource(tx: Transaction, name: string, location: string): Promise<void> {
  await tx.run(SAVE, [name, location]);
}
