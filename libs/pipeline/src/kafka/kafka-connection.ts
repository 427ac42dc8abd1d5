import { DiglotError } from '@diglot/domain';
import type { Config } from '@diglot/platform';
import type { KafkaConnection, KafkaOptions, KafkaSasl } from './kafka.port.ts';

type KafkaConfig = Pick<
  Config,
  | 'kafkaBrokers'
  | 'kafkaSsl'
  | 'kafkaCa'
  | 'kafkaSaslMechanism'
  | 'kafkaSaslUsername'
  | 'kafkaSaslPassword'
  | 'kafkaSessionSeconds'
>;

/** Heartbeats that fit into a session, so that some may be lost. */
const HEARTBEATS_PER_SESSION = 15;

/**
 * Kafka as the configuration has it.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` when there are no brokers, or half of a user
 */
export function kafkaConnection(
  config: KafkaConfig,
): KafkaConnection & Pick<KafkaOptions, 'sessionTimeout' | 'heartbeatInterval'> {
  const { kafkaBrokers: brokers = [], kafkaSsl, kafkaCa, kafkaSessionSeconds } = config;
  if (brokers.length === 0) throw invalid('DIGLOT_KAFKA_BROKERS names no broker');
  if (kafkaCa !== undefined && !kafkaSsl) throw invalid('DIGLOT_KAFKA_CA is of no use without DIGLOT_KAFKA_SSL=true');
  const sessionTimeout = kafkaSessionSeconds * 1000;
  return {
    brokers,
    ssl: kafkaCa === undefined ? kafkaSsl : { ca: kafkaCa },
    sasl: sasl(config),
    sessionTimeout,
    heartbeatInterval: Math.floor(sessionTimeout / HEARTBEATS_PER_SESSION),
  };
}

function sasl({ kafkaSaslMechanism, kafkaSaslUsername, kafkaSaslPassword }: KafkaConfig): KafkaSasl | null {
  const given = [kafkaSaslMechanism, kafkaSaslUsername, kafkaSaslPassword].filter((part) => part !== undefined);
  if (given.length === 0) return null;
  if (!kafkaSaslMechanism || !kafkaSaslUsername || !kafkaSaslPassword) {
    throw invalid('DIGLOT_KAFKA_SASL_MECHANISM, _USERNAME and _PASSWORD go together: all three, or none');
  }
  return { mechanism: kafkaSaslMechanism, username: kafkaSaslUsername, password: kafkaSaslPassword };
}

function invalid(detail: string): DiglotError {
  return new DiglotError('DIGLOT_CONFIG_INVALID', detail);
}
