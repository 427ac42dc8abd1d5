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
  return { eventId, payloadHash: sha256(record.value ?? ''), record: storable(record) };
}

/**
 * Postgres cannot hold U+0000 in text, nor show it in json. No key and no header of ours has one, so what is replaced
 * here can only become a dead letter, or is never looked at.
 */
function storable(record: LogRecord): LogRecord {
  const headers = Object.entries(record.headers);
  if (![record.key, ...headers.flat()].some((text) => text.includes('\u0000'))) return record;
  const clean = headers.map(([name, value]) => [withoutNul(name), withoutNul(value)] as const);
  return { ...record, key: withoutNul(record.key), headers: Object.fromEntries(clean) };
}

function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD');
}
