import type { Transaction } from '@diglot/platform';

const MARK = `
  UPDATE watcher.sources SET
    configured = name = ANY($1::text[]),
    forget_asked_at = CASE WHEN name = ANY($1::text[]) THEN NULL ELSE forget_asked_at END
  WHERE kind <> 'uploads' AND (configured <> (name = ANY($1::text[])) OR forget_asked_at IS NOT NULL)`;

/** Remembers which sources are configured, and that the others are not any more. What they printed stays. */
export async function markConfigured(tx: Transaction, names: readonly string[]): Promise<void> {
  await tx.run(MARK, [names]);
}
