import type { Database } from '@diglot/platform';

const MARK = `
  UPDATE indexer.webhooks SET configured = (name = ANY($1::text[])) WHERE configured <> (name = ANY($1::text[]))`;

/** Says which webhooks are configured now; the others are told nothing any more, and keep their beginnings. */
export async function markWebhooks(database: Database, names: readonly string[]): Promise<void> {
  await database.run(MARK, [names]);
}
