// The process that owns the PostgreSQL of a test run. It prints the address, and ends when its standard input does.
import { createLogger, openDataFolder, startEmbeddedPostgres } from '@diglot/platform';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { FAST_SETTINGS } from './own-postgres.ts';

const logger = createLogger({ level: 'warn', format: 'pretty', name: 'test-postgres', destination: process.stderr });
const folder = await temporaryFolder('postgres');
const dataFolder = await openDataFolder(folder.path);
const server = await startEmbeddedPostgres({ dataFolder, logger, settings: FAST_SETTINGS });
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);

// A Ctrl-C reaches this process as well as Jest, which closes the pipe in its own time.
process.on('SIGINT', () => undefined);
process.stdin.resume().once('close', () => {
  void (async () => {
    await server.stop();
    await dataFolder.close();
    await folder.remove();
  })();
});
