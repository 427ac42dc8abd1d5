import type { Database } from '@diglot/platform';

const HAS = `SELECT EXISTS (SELECT FROM watcher.request_view) AS any`;

/** Whether anybody asks for anything. */
export async function hasRequests(database: Database): Promise<boolean> {
  const [row] = await database.rows<{ any: boolean }>(HAS);
  return row?.any ?? false;
}
