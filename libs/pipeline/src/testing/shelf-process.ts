// The test service as a process: `shelf-process.ts <database url>`. It starts once its input names a failpoint, or holds
// an empty line, and drains at a SIGTERM or when its input ends.
import process, { argv, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { openDatabase } from '@diglot/platform';
import { armFailpoint } from '../failpoints/failpoint.ts';
import { obeyTitle } from './obey-title.ts';
import { startShelfService } from './shelf-service.ts';

const [, , url = ''] = argv;
const lines = createInterface(stdin);

lines.once('line', (failpoint) => {
  void (async () => {
    if (failpoint !== '') armFailpoint(failpoint);
    const database = await openDatabase({ url, applicationName: 'shelf' });
    const hooks = obeyTitle(database);
    const service = await startShelfService({ database, url, hooks, leaseSeconds: 0.5, armedSeconds: 0.5 });
    const drained = async (): Promise<void> => {
      await service.stop();
      await database.close();
    };
    lines.once('close', () => void drained());
    process.once('SIGTERM', () => lines.close());
    stdout.write('ready\n');
  })();
});
