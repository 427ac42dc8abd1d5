import type { Database } from '@diglot/platform';

const TERMINATE = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;

/** Cuts everybody's connections, this caller's other ones among them. */
export async function terminateBackends(database: Database): Promise<void> {
  await database.run(TERMINATE);
}
