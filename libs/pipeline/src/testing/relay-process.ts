// Two relays as a process: `relay-process.ts <database url> <broker> <facts> <states> <failpoint>`. The state of a key is its
// row of the table `state`.
import process, { argv, stdout } from 'node:process';
import { openDatabase, silentLogger } from '@diglot/platform';
import { armFailpoint } from '../failpoints/failpoint.ts';
import { openKafka } from '../kafka/open-kafka.ts';
import { tableLoader } from './state-table.ts';

const [, , url = '', broker = '', facts = '', states = '', failpoint = ''] = argv;
if (failpoint !== '') armFailpoint(failpoint);
const database = await openDatabase({ url, applicationName: 'relay' });
const log = openKafka({
  brokers: [broker],
  ssl: false,
  sasl: null,
  clientId: 'relay-process',
  logger: silentLogger,
  onFatal: (error) => {
    stdout.write(`fatal: ${error.message}\n`);
    process.exit(1);
  },
});
log.startRelay({ topic: facts, database, pollMilliseconds: 25 });
log.startRelay({ topic: states, database, pollMilliseconds: 25, pointerLoader: tableLoader(database, states) });
stdout.write('ready\n');
process.once('SIGTERM', () => {
  void log.close().then(() => database.close());
});
