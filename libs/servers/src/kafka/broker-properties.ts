/** One member of a cluster; each is broker and controller. */
export interface Node {
  readonly nodeId: number;
  readonly port: number;
  readonly controllerPort: number;
}

/**
 * `server.properties` of a node. Replication and min.insync follow from the number of nodes: three keep every committed record
 * through the loss of one.
 * @param properties beside ours, and before them
 */
export function brokerProperties(
  node: Node,
  nodes: readonly Node[],
  dataFolder: string,
  properties: Readonly<Record<string, string>> = {},
): string {
  const replicas = Math.min(3, nodes.length);
  const leastInSync = Math.max(1, replicas - 1);
  const lines: Readonly<Record<string, string | number | boolean>> = {
    'process.roles': 'broker,controller',
    'node.id': node.nodeId,
    'controller.quorum.voters': nodes.map((one) => `${one.nodeId}@127.0.0.1:${one.controllerPort}`).join(','),
    listeners: `PLAINTEXT://127.0.0.1:${node.port},CONTROLLER://127.0.0.1:${node.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${node.port}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'log.dirs': dataFolder,
    'auto.create.topics.enable': false,
    'default.replication.factor': replicas,
    'min.insync.replicas': leastInSync,
    'unclean.leader.election.enable': false,
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': leastInSync,
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': leastInSync,
    // 50 partitions each, by default, are for clusters; they only make the first group wait here.
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.num.partitions': 8,
    'group.initial.rebalance.delay.ms': 0,
    // Taken from the heap at the start; 128 MB by default.
    'log.cleaner.dedupe.buffer.size': 8 * 1024 * 1024,
    ...properties,
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** Warnings and the one line that says that a broker serves. */
export const LOG_PROPERTIES = [
  'status=error',
  'appender.out.type=Console',
  'appender.out.name=out',
  'appender.out.layout.type=PatternLayout',
  'appender.out.layout.pattern=%d{ISO8601} %p %c{1}: %m%n',
  'rootLogger.level=WARN',
  'rootLogger.appenderRef.out.ref=out',
  'logger.server.name=kafka.server.KafkaRaftServer',
  'logger.server.level=INFO',
  '',
].join('\n');

/** What a broker prints once it serves (kafka.server.KafkaRaftServer). */
export const SERVES = /Kafka Server started/;
