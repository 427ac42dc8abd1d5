// A process that owns an embedded PostgreSQL until it is killed: `owner.fixture.ts <data folder>`.
import { openDataFolder } from '../data-folder/data-folder.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

const dataFolder = await openDataFolder(process.argv[2] ?? '');
const server = await startEmbeddedPostgres({
  dataFolder,
  settings: { fsync: 'off' },
  onProgress: (phase) => void process.stdout.write(`phase ${phase}\n`),
});
process.stdout.write(`ready ${JSON.stringify({ url: server.url, pid: server.pid })}\n`);
process.once('SIGTERM', () => {
  void (async () => {
    await server.stop();
    await dataFolder.close();
    process.stdout.write('stopped\n');
  })();
});
setInterval(() => undefined, 60_000).unref();
process.stdin.resume();
