import type { Database } from '@diglot/platform';

/** The advisory locks of a relay are held for its whole term; those of migrations and sweeps for moments only. */
const RELEASE = `
  SELECT pg_terminate_backend(activity.pid)
  FROM pg_stat_activity AS activity JOIN pg_locks AS held ON held.pid = activity.pid
  WHERE held.locktype = 'advisory' AND held.granted AND activity.application_name LIKE $1 || '%'`;

/** Cuts the connections of a service on which it leads its topics. @param application as PostgreSQL knows the service */
export async function releaseRelayLocks(database: Database, application: string): Promise<void> {
  await database.run(RELEASE, [application]);
}
