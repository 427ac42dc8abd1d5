import type { Config, Logger } from '@diglot/platform';
import type { AlarmClock } from '../alarms/alarm-clock.port.ts';
import { BullmqAlarmClock } from '../alarms/bullmq-alarm-clock.ts';
import { redisConnection } from '../alarms/redis-connection.ts';
import { kafkaConnection } from '../kafka/kafka-connection.ts';
import type { KafkaEvent, KafkaLog } from '../kafka/kafka.port.ts';
import { openKafka } from '../kafka/open-kafka.ts';
import { RETRY_CONCURRENCY } from './stage-application.ts';

/** What a process is told of its servers, and tells. */
export interface ServerOptions {
  readonly config: Config;
  /** Of the service. */
  readonly name: string;
  readonly logger: Logger;
  readonly onFatal: (error: Error) => void;
  readonly onEvent: (event: KafkaEvent) => void;
}

/** Kafka as the log. @throws DiglotError `DIGLOT_CONFIG_INVALID` */
export function openLog({ config, name, ...rest }: ServerOptions): KafkaLog {
  return openKafka({ ...kafkaConnection(config), clientId: `diglot.${name}`, ...rest });
}

/** BullMQ on Redis as the alarm clock. @throws Error `DIGLOT_CONFIG_INVALID` */
export function openAlarms({ config, name, logger, onFatal }: Omit<ServerOptions, 'onEvent'>): AlarmClock {
  return new BullmqAlarmClock({
    ...redisConnection(config),
    queue: `diglot.${name}`,
    concurrency: RETRY_CONCURRENCY,
    logger,
    onFatal,
  });
}
