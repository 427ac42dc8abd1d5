export { alarmId, type Alarm, type AlarmClock } from './alarms/alarm-clock.port.ts';
export { BullmqAlarmClock, type BullmqAlarmClockOptions } from './alarms/bullmq-alarm-clock.ts';
export type { Bus, LogRecord, Reader, RecordBatch, Subscription } from './bus/bus.port.ts';
export { OutboxBus, type OutboxBusOptions } from './bus/outbox-bus.ts';
export type { PointerLoader } from './bus/pointer-loader.ts';
export { Wakeable } from './bus/wakeable.ts';
export { writeAudit, type AuditRow, type CommandAudit } from './commands/audit.statement.ts';
export { countReceipts } from './commands/count-receipts.statement.ts';
export { giveUp } from './commands/give-up.ts';
export type { ReceiptFilter } from './commands/receipt-filter.ts';
export { redrive } from './commands/redrive.ts';
export { retryNow } from './commands/retry-now.ts';
export { FAILPOINTS, armFailpoint, failpoint, type Failpoint } from './failpoints/failpoint.ts';
export { checkInvariants, type Violation } from './invariants/invariants.statement.ts';
export { PipelineCreateTables1700000000001 } from './migrations/0001-pipeline.migration.ts';
export { pipelineMigrations } from './migrations/pipeline-migrations.ts';
export { announce, announcePaperState, type Announcement } from './outbox/announcement.ts';
export { appendToOutbox } from './outbox/append.statement.ts';
export type {
  KafkaConnection,
  KafkaEvent,
  KafkaLog,
  KafkaOptions,
  KafkaSasl,
  RelayHandle,
  RelayOptions,
  TopicDifference,
  TopicsReport,
} from './kafka/kafka.port.ts';
export { kafkaConnection } from './kafka/kafka-connection.ts';
export { keepTopicDifferences } from './kafka/keep-topic-differences.statement.ts';
export { openKafka } from './kafka/open-kafka.ts';
export { BUS, LOGGER, RuntimeModule, type Runtime } from './runtime/runtime.module.ts';
export { DrainPlan, type DrainStepName } from './service/drain-order.ts';
export { measureDatabase } from './service/metrics/measure-database.ts';
export { ServiceMetrics } from './service/metrics/service-metrics.ts';
export { ProcessHealth } from './service/process-health.ts';
export { runService } from './service/run-service.ts';
export type { ServiceContext, ServiceDefinition } from './service/service-definition.ts';
export { connectStages, RETRY_CONCURRENCY, startStages } from './service/stage-application.ts';
export { HandThroughFilter } from './stage/hand-through.filter.ts';
export {
  STAGE_TRANSPORT,
  StageHandler,
  StagePreparation,
  type Delivery,
  type StageContext,
} from './stage/stage-handler.decorator.ts';
export { StageHost, type StageHostOptions } from './stage/stage-host.ts';
export type { BatchTimes, StageRuntime } from './stage/stage-runtime.ts';
export { MORE, RepeatedWork, type RepeatedWorkOptions } from './repeated/repeated-work.ts';
