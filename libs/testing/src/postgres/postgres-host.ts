// The process that owns the PostgreSQL of a test run.
import { createLogger, openDataFolder, startEmbeddedPostgres } from '@diglot/platform';
import { host } from '../door/host.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { FAST_SETTINGS } from './own-postgres.ts';

const logger = createLogger({ level: 'warn', format: 'pretty', name: 'test-postgres', destination: process.stderr });
const folder = await temporaryFolder('postgres');
const dataFolder = await openDataFolder(folder.path);
const server = await startEmbeddedPostgres({ dataFolder, logger, settings: FAST_SETTINGS });
host({
  url: server.url,
  stop: async () => {
    await server.stop();
    await dataFolder.close();
    await folder.remove();
  },
});
