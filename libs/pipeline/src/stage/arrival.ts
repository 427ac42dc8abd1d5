import { recordEventId } from '@diglot/contracts';
import { isEventId, sha256, type Sha256 } from '@diglot/domain';
import type { LogRecord } from '../bus/bus.port.ts';

/** A record of the log with its identity; the content is not looked at. */
export interface Arrival {
  readonly eventId: string;
  readonly payloadHash: Sha256;
  readonly record: LogRecord;
}

/** Gives a record its identity: `ce_id`, else where it stands and what it holds; so even undecodable bytes get a receipt. */
export function identify(record: LogRecord): Arrival {
  const stated = record.headers['ce_id'];
  const eventId = stated !== undefined && isEventId(stated) ? stated : recordEventId(record);
  // Postgres text cannot hold U+0000. No key of ours has one, so such an event becomes a dead letter by its key.
  const key = record.key.replaceAll('\u0000', '\uFFFD');
  return { eventId, payloadHash: sha256(record.value ?? ''), record: { ...record, key } };
}
