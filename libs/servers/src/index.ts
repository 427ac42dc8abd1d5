export { installKafka, KAFKA_VERSION, type KafkaInstallation } from './kafka/install-kafka.ts';
export type { KafkaBroker } from './kafka/kafka-broker.ts';
export { type Kafka, QUICK_START, startKafka, type StartKafkaOptions } from './kafka/start-kafka.ts';
export { Keeper, type KeeperOptions } from './native/keeper.ts';
export { NativeServer, type NativeServerOptions } from './native/native-server.ts';
export { findRedis } from './redis/find-redis.ts';
export { type Redis, startRedis, type StartRedisOptions } from './redis/start-redis.ts';
export { findJava, LEAST_JAVA } from './tools/java.ts';
export { runTool, type ToolResult } from './tools/run-tool.ts';
