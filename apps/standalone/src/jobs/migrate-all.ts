import { migrate, openDatabase, requireSettings, type Config } from '@diglot/platform';
import { migrations } from '../services.ts';

/** Migrates the tables of all services. @throws what {@link migrate} throws */
export async function migrateAll(config: Config, print: (line: string) => void): Promise<void> {
  const { databaseUrl: url } = requireSettings(config, 'databaseUrl');
  const database = await openDatabase({ url, applicationName: 'diglot.migrate', migrations, poolSize: 1 });
  try {
    const names = await migrate(database.dataSource);
    print(names.length === 0 ? 'The database is up to date.' : `Migrated: ${names.join(', ')}`);
  } finally {
    await database.close();
  }
}
