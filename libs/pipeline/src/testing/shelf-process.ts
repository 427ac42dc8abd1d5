// The test service as a process: `shelf-process.ts <database url> [<failpoint>]`. It drains at a SIGTERM, or when its input ends.
import process, { argv, stdin, stdout } from 'node:process';
import { openDatabase } from '@diglot/platform';
import { armFailpoint } from '../failpoints/failpoint.ts';
import { obeyTitle } from './obey-title.ts';
import { startShelfService } from './shelf-service.ts';

const [, , url = '', failpoint = ''] = argv;
const database = await openDatabase({ url, applicationName: 'shelf' });
if (failpoint !== '') armFailpoint(failpoint);
const service = await startShelfService({
  database,
  url,
  hooks: obeyTitle(database),
  leaseSeconds: 0.5,
  armedSeconds: 0.5,
});
stdout.write('ready\n');

let draining = false;
function drain(): void {
  if (draining) return;
  draining = true;
  void (async () => {
    await service.stop();
    await database.close();
    stdin.destroy();
  })();
}
process.once('SIGTERM', drain);
stdin.resume().once('close', drain);
