import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeOf, findFreePort, messageOf } from '@diglot/platform';
import type { Node } from './broker-properties.ts';
import { installKafka, type KafkaInstallation } from './install-kafka.ts';
import { KafkaBroker } from './kafka-broker.ts';

export interface StartKafkaOptions {
  /** For configuration, data and logs of all brokers; a cluster that is there goes on. Only one may use it at a time. */
  readonly folder: string;
  /** 1 by default. A folder keeps the number that it was made with. */
  readonly brokers?: 1 | 3;
  /** The ports that clients connect to, one for each broker; free ones by default. */
  readonly ports?: readonly number[];
  /** Settings of `server.properties` that take the place of ours. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Passwords by user, for SCRAM-SHA-512 on a listener that wants it; only of a cluster that is new. */
  readonly users?: Readonly<Record<string, string>>;
  /** Flags of Java beside ours; {@link QUICK_START} for tests. */
  readonly jvmFlags?: readonly string[];
  /** {@link installKafka}'s by default. */
  readonly installation?: KafkaInstallation;
}

/** For brokers that live for seconds: up in two thirds of the time, slower in the long run. */
export const QUICK_START: readonly string[] = ['-XX:TieredStopAtLevel=1'];

/** A running cluster of ours. */
export interface Kafka {
  readonly brokers: readonly KafkaBroker[];
  /** `127.0.0.1:9092,…` for clients. */
  readonly bootstrap: string;
  /** Ends all brokers that run, in order, and waits. */
  readonly stop: () => Promise<void>;
}

/** A port that was free may be taken before the broker has it. */
const ATTEMPTS = 3;

/**
 * Starts a cluster (KRaft; no topic is created by accident) and waits until every broker serves. It ends with this process
 * at the latest.
 * @throws DiglotError `DIGLOT_KAFKA_START` with the last lines of a broker's log, and those of {@link installKafka}
 */
export async function startKafka(options: StartKafkaOptions): Promise<Kafka> {
  const installation = options.installation ?? (await installKafka());
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startCluster({ ...options, installation });
    } catch (error) {
      const isTaken = /Address already in use|Failed to bind/i.test(messageOf(error));
      if (!isTaken || options.ports !== undefined || attempt === ATTEMPTS) throw error;
    }
  }
}

async function startCluster(options: StartKafkaOptions & { installation: KafkaInstallation }): Promise<Kafka> {
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true });
  const nodes = await chooseNodes(options.brokers ?? 1, options.ports);
  const { installation, properties = {}, jvmFlags = [], users = {} } = options;
  const common = { installation, folder, clusterId: await clusterIdOf(folder), nodes, properties, jvmFlags, users };
  const brokers = await Promise.all(nodes.map((node) => KafkaBroker.prepare(node, common)));
  const stop = async (): Promise<void> => {
    // Together: the last ones of a quorum would wait in vain for the others to take over.
    await Promise.all(brokers.map((broker) => broker.stop()));
  };
  const started = await Promise.allSettled(brokers.map((broker) => broker.start()));
  const failed = started.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return { brokers, bootstrap: nodes.map(({ port }) => `127.0.0.1:${port}`).join(','), stop };
}

async function chooseNodes(count: number, ports: readonly number[] = []): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let nodeId = 1; nodeId <= count; nodeId += 1) {
    const port = ports[nodeId - 1] ?? (await findFreePort());
    nodes.push({ nodeId, port, controllerPort: await findFreePort() });
  }
  return nodes;
}

/** All brokers of a cluster are formatted with one id, also if the first start was cut off between two of them. */
async function clusterIdOf(folder: string): Promise<string> {
  const file = join(folder, 'cluster-id');
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const id = randomBytes(16).toString('base64url');
    await writeFile(file, id);
    return id;
  }
}
