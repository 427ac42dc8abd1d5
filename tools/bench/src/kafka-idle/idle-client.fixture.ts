// A process with idle connections to Kafka, for a benchmark: `idle-client.fixture.ts BROKER plain|patched`.
import { setTimeout } from 'node:timers/promises';
import { openKafka } from '@diglot/pipeline';
import { silentLogger } from '@diglot/platform';
import { Kafka, logLevel } from 'kafkajs';

const [broker = '', variant] = process.argv.slice(2);
const CONNECTIONS = 10;
const IDLE_MILLISECONDS = 5000;

if (variant === 'patched') {
  // Whoever opens Kafka through the pipeline gets the patch, for all of the process.
  openKafka({ brokers: [broker], ssl: false, sasl: null, clientId: 'bench', logger: silentLogger, onFatal: () => {} });
}
const admins = Array.from({ length: CONNECTIONS }, () =>
  new Kafka({ brokers: [broker], clientId: 'bench', logLevel: logLevel.NOTHING }).admin(),
);
await Promise.all(admins.map((admin) => admin.connect()));
await Promise.all(admins.map((admin) => admin.listTopics()));
await setTimeout(1000);
const before = process.cpuUsage();
await setTimeout(IDLE_MILLISECONDS);
const { user, system } = process.cpuUsage(before);
// Milliseconds of processor time per second.
console.log(JSON.stringify((user + system) / IDLE_MILLISECONDS));
process.exit(0);
