// The process that owns the PostgreSQL of a test run.
import { createLogger, openDataFolder, startEmbeddedPostgres } from '@diglot/platform';
import { host } from '../door/host.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { FAST_SETTINGS } from './own-postgres.ts';

const logger = createLogger({ level: 'warn', format: 'pretty', name: 'test-postgres', destination: process.stderr });
const folder = await temporaryFolder('postgres');
const dataFolder = await openDataFolder(folder.path);
// For many files at once, each with several pools: the slower the machine, the more of their connections are in use.
const settings = { ...FAST_SETTINGS, max_connections: '300' };
const server = await startEmbeddedPostgres({ dataFolder, logger, settings });
host({
  url: server.url,
  stop: async () => {
    await server.stop();
    await dataFolder.close();
    await folder.remove();
  },
});
