import { DiglotError } from '@diglot/domain';
import { Client } from 'pg';

export interface Role {
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/**
 * Makes the superuser and its database as the `postgres` image does at its first start; a database that is there stays as it is.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` for the role that owns the cluster: its password is not to be changed
 */
export async function makeRole(administrator: string, { user, password, database }: Role): Promise<void> {
  if (new URL(administrator).username === user) {
    throw new DiglotError('DIGLOT_CONFIG_INVALID', `POSTGRES_USER=${user}: the cluster has that role already`);
  }
  const client = new Client({ connectionString: administrator });
  await client.connect();
  try {
    const role = client.escapeIdentifier(user);
    const options = `SUPERUSER LOGIN PASSWORD ${client.escapeLiteral(password)}`;
    const { rowCount: hasRole } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [user]);
    await client.query(`${hasRole ? 'ALTER' : 'CREATE'} ROLE ${role} ${options}`);
    const { rowCount: hasDatabase } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (!hasDatabase) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${role}`);
  } finally {
    await client.end();
  }
}
