import { openDataFolder, openDatabase, startEmbeddedPostgres, type Database } from '@diglot/platform';
import { migrations } from '../services.ts';

/** Looks into the data folder of a Diglot that has ended. */
export async function withDataOf<T>(folder: string, look: (database: Database) => Promise<T>): Promise<T> {
  const dataFolder = await openDataFolder(folder);
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder });
    try {
      const database = await openDatabase({ url: postgres.url, applicationName: 'test', migrations });
      try {
        return await look(database);
      } finally {
        await database.close();
      }
    } finally {
      await postgres.stop();
    }
  } finally {
    await dataFolder.close();
  }
}
