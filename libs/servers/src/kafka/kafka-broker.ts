import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { NativeServer } from '../native/native-server.ts';
import { runTool } from '../tools/run-tool.ts';
import { brokerProperties, LOG_PROPERTIES, type Node, SERVES } from './broker-properties.ts';
import type { KafkaInstallation } from './install-kafka.ts';

export interface BrokerOptions {
  readonly installation: KafkaInstallation;
  /** The cluster's folder. */
  readonly folder: string;
  readonly clusterId: string;
  readonly nodes: readonly Node[];
  readonly properties: Readonly<Record<string, string>>;
  readonly jvmFlags: readonly string[];
  /** Passwords by user, for SCRAM-SHA-512; they come into being with the storage. */
  readonly users: Readonly<Record<string, string>>;
}

const HEAP = ['-Xms128m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:-UsePerfData'];

/** One broker: a process that can be killed and started again on the same port and data. */
export class KafkaBroker extends NativeServer {
  readonly nodeId: number;
  readonly port: number;

  private constructor(node: Node, options: BrokerOptions, files: BrokerFiles) {
    const { java, classPath } = options.installation;
    super({
      name: `broker ${node.nodeId}`,
      program: java,
      args: [...HEAP, ...options.jvmFlags, ...logArguments(files), '-cp', classPath, 'kafka.Kafka', files.properties],
      folder: files.folder,
      logFile: join(options.folder, `broker-${node.nodeId}.log`),
      startError: 'DIGLOT_KAFKA_START',
      isReady: (printed) => SERVES.test(printed),
    });
    this.nodeId = node.nodeId;
    this.port = node.port;
  }

  /** Writes its configuration, and formats its storage if that is new; {@link start} it then. */
  static async prepare(node: Node, options: BrokerOptions): Promise<KafkaBroker> {
    const folder = join(options.folder, `broker-${node.nodeId}`);
    const files = {
      folder,
      properties: join(folder, 'server.properties'),
      log: join(folder, 'log4j2.properties'),
      data: join(folder, 'data'),
      temporary: join(folder, 'tmp'),
    };
    await mkdir(files.temporary, { recursive: true });
    await writeFile(files.properties, brokerProperties(node, options.nodes, files.data, options.properties));
    await writeFile(files.log, LOG_PROPERTIES);
    await format(files, options);
    return new KafkaBroker(node, options, files);
  }
}

interface BrokerFiles {
  readonly folder: string;
  readonly properties: string;
  readonly log: string;
  readonly data: string;
  readonly temporary: string;
}

function logArguments({ log, temporary }: BrokerFiles): string[] {
  // The native parts of the codecs are unpacked into the temporary folder; they go with the rest.
  return [`-Dlog4j2.configurationFile=${log}`, `-Djava.io.tmpdir=${temporary}`];
}

/** Formatting is what may be interrupted: its last file says whether it was done, and it may be done again. */
async function format(files: BrokerFiles, { installation, clusterId, users }: BrokerOptions): Promise<void> {
  const isFormatted = await stat(join(files.data, 'meta.properties')).then(
    () => true,
    () => false,
  );
  if (isFormatted) return;
  const { java, classPath } = installation;
  const quick = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...logArguments(files), '-cp', classPath];
  const command = [
    'kafka.tools.StorageTool',
    'format',
    '--ignore-formatted',
    `--cluster-id=${clusterId}`,
    '-c',
    files.properties,
  ];
  const scram = Object.entries(users).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);
  const result = await runTool(java, [...quick, ...command, ...scram]);
  if (result?.code !== 0) throw new DiglotError('DIGLOT_KAFKA_START', `${files.data}: ${result?.output ?? 'no java'}`);
}
