import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NO_LIMITS } from '@diglot/api';
import { startStages } from '@diglot/pipeline';
import { openDatabase, silentLogger } from '@diglot/platform';
import { temporaryFolder, testDatabase, waitFor } from '@diglot/testing';
import { compose } from './compose.ts';
import { entities, migrations } from './services.ts';
import { expectReplay } from './testing/expect-replay.ts';
import { fetchJson, type Status } from './testing/standalone-process.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/digests', import.meta.url));

test('a replay changes what comes out otherwise, and nothing else (embedded profile)', async () => {
  const folder = await temporaryFolder('replay');
  const { url, drop } = await testDatabase({ migrations });
  const database = await openDatabase({ url, applicationName: 'test', entities });
  const tokenFile = join(folder.path, 'token');
  const { application, watcher, host, bus, alarms } = await compose({
    database,
    databaseUrl: url,
    logger: silentLogger,
    version: 'test',
    pollMilliseconds: 50,
    leaseSeconds: 60,
    sweepSeconds: 0.5,
    watcher: { stable: 50, scan: 500, retry: 100 },
    api: { allowedHosts: [], token: null, tokenFile, limits: NO_LIMITS },
    onFatal: (error) => {
      throw error;
    },
  });
  await startStages(application);
  await application.listen(0, '127.0.0.1');
  const address = await application.getUrl();
  await watcher.start([{ root: EXAMPLES, name: 'examples' }]);
  await waitFor(
    async () => {
      const { papers, inFlight } = await fetchJson<Status>(`${address}/api/status`);
      if (papers !== 22 || inFlight > 0) throw new Error(`${papers} papers, ${inFlight} in flight`);
      return true;
    },
    { timeout: 240_000, interval: 100, what: 'the examples' },
  );

  await expectReplay({ database, address, token: (await readFile(tokenFile, 'utf8')).trim() });

  await watcher.stop();
  await host.close();
  await bus.close();
  await application.close();
  await alarms.close();
  await database.close();
  await drop();
  await folder.remove();
});
