import { createHash, randomBytes } from 'node:crypto';
import { type Database, type DataSourceSettings, type MigrationClass, migrate, openDatabase } from '@diglot/platform';
import { Client } from 'pg';
import { testPostgres } from './test-postgres.ts';

export interface TestDatabaseOptions extends Partial<Omit<DataSourceSettings, 'url'>> {
  /** What to create it with; nothing by default. */
  readonly migrations?: readonly MigrationClass[];
}

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** Closes and deletes it. */
  readonly drop: () => Promise<void>;
}

/**
 * A new database for one test or one file, with the migrations done. They run once for each distinct set of them: the result is a
 * template, and further databases are copies.
 */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await testPostgres();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdministrator(server, async (client) => {
    const template = options.migrations?.length
      ? await ensureTemplate(client, server, options.migrations)
      : 'template1';
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  });
  const url = addressOf(server, name);
  const database = await openDatabase({ applicationName: 'test', ...options, url });
  const drop = async (): Promise<void> => {
    await database.close();
    await asAdministrator(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  };
  return { url, database, drop };
}

async function ensureTemplate(client: Client, server: string, migrations: readonly MigrationClass[]): Promise<string> {
  const digest = createHash('sha256').update(migrations.map(String).join('\0')).digest('hex');
  const name = `template_${digest.slice(0, 16)}`;
  // Only one test makes it, whichever worker it is in. The lock ends with the connection.
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
  const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
  if (rows.length === 0) await makeTemplate(client, server, name, migrations);
  await client.query('SELECT pg_advisory_unlock_all()');
  return name;
}

async function makeTemplate(
  client: Client,
  server: string,
  name: string,
  migrations: readonly MigrationClass[],
): Promise<void> {
  // A worker that was killed may have left half of it.
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name} TEMPLATE template1 STRATEGY FILE_COPY`);
  const database = await openDatabase({
    url: addressOf(server, name),
    applicationName: 'test',
    migrations,
    poolSize: 2,
  });
  try {
    await migrate(database.dataSource);
  } finally {
    await database.close();
  }
  await client.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
}

async function asAdministrator<T>(server: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: addressOf(server, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
