import {
  type DataFolder,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  openDataFolder,
  startEmbeddedPostgres,
} from '@diglot/platform';
import { temporaryFolder } from '../processes/temporary-folder.ts';

/**
 * For data that no power cut needs to spare. Commits survive the kill of every process, which tests are about; with
 * `synchronous_commit: off` they would not, and without `fsync` they cost nothing.
 */
export const FAST_SETTINGS = { fsync: 'off', full_page_writes: 'off' };

export interface OwnPostgres {
  readonly server: EmbeddedPostgres;
  readonly dataFolder: DataFolder;
  /** Ends the server and removes its data. */
  readonly remove: () => Promise<void>;
}

/** A PostgreSQL for a test that kills it; share {@link testPostgres} otherwise. */
export async function ownPostgres(options: Omit<EmbeddedPostgresOptions, 'dataFolder'> = {}): Promise<OwnPostgres> {
  const folder = await temporaryFolder('own');
  const dataFolder = await openDataFolder(folder.path);
  const settings = { ...FAST_SETTINGS, ...options.settings };
  const server = await startEmbeddedPostgres({ ...options, dataFolder, settings });
  const remove = async (): Promise<void> => {
    await server.stop();
    await dataFolder.close();
    await folder.remove();
  };
  return { server, dataFolder, remove };
}
