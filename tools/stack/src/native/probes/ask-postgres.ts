import { Client } from 'pg';

/** More than `pg_isready`, which takes an answer to a hello for enough. @throws Error if it takes no query */
export async function askPostgres(url: URL, milliseconds: number): Promise<void> {
  const timeouts = { connectionTimeoutMillis: milliseconds, query_timeout: milliseconds };
  const client = new Client({ connectionString: url.href, ...timeouts });
  // A connection that breaks says so here too, to nobody's use.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    // One that hangs does not answer a goodbye either.
    void client.end().catch(() => undefined);
  }
}
