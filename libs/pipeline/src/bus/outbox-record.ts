import type { LogRecord } from './bus.port.ts';
import { formatPosition } from './outbox-position.ts';
import type { OutboxRow } from './read-outbox.statement.ts';

/** A row of the outbox as a record of a log of one partition. */
export function toLogRecord(topic: string, row: OutboxRow): LogRecord {
  const { key, headers, payload, timestamp } = row;
  return { topic, partition: 0, offset: formatPosition(row.position), key, headers, value: payload, timestamp };
}
