import { z } from 'zod';
import { isEventId, type ErrorCode } from '@diglot/domain';
import { EVENT_CONTRACTS, eventTypeOfTopic, type EventContract, type EventType } from '../events/event-types.ts';
import type { Decoded, DiglotEvent, TopicRecord } from './envelope.ts';

const attributes = z.object({
  ce_specversion: z.literal('1.0'),
  ce_id: z.string().refine(isEventId, 'not a UUID'),
  ce_type: z.string(),
  ce_subject: z.string().min(1),
  ce_time: z.iso.datetime({ offset: true }),
  ce_revision: z.string().regex(/^[1-9]\d{0,14}$/, 'not a positive integer'),
  ce_replayid: z.string().min(1).optional(),
  traceparent: z.string().optional(),
});

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a record of one of our topics and checks all of it: attributes, schema, subject and key. Never throws. */
export function decodeRecord(record: TopicRecord): Decoded {
  const type = eventTypeOfTopic(record.topic);
  if (type === null) return failure('DIGLOT_EVENT_UNKNOWN_TYPE', `no event type has the topic ${record.topic}`);
  return decodeAs(type, record);
}

function decodeAs<T extends EventType>(type: T, record: TopicRecord): Decoded {
  const contract: EventContract<T> = EVENT_CONTRACTS[type];
  const expected = `${contract.type}.v${contract.version}`;
  const given = record.headers['ce_type'];
  if (given !== undefined && given !== expected) {
    return failure('DIGLOT_EVENT_UNKNOWN_TYPE', `ce_type is ${given}, this topic carries ${expected}`);
  }
  const headers = attributes.safeParse(record.headers);
  if (!headers.success) return failure('DIGLOT_EVENT_SCHEMA', `headers: ${explain(headers.error)}`);
  const envelope = {
    id: headers.data.ce_id as DiglotEvent['id'],
    type,
    subject: headers.data.ce_subject,
    revision: Number(headers.data.ce_revision),
    replayId: headers.data.ce_replayid ?? null,
    time: new Date(headers.data.ce_time),
    traceparent: headers.data.traceparent ?? null,
  };
  if (record.value === null) {
    if (type !== 'paper.state') return failure('DIGLOT_EVENT_SCHEMA', 'no value: only paper.state has tombstones');
    return { ok: true, event: { ...envelope, data: null } };
  }
  const json = parseJson(record.value);
  if (!json.ok) return failure('DIGLOT_EVENT_UNDECODABLE', json.detail);
  const parsed = contract.schema.safeParse(json.value);
  if (!parsed.success) return failure('DIGLOT_EVENT_SCHEMA', explain(parsed.error));
  const names = { subject: contract.subject(parsed.data), key: contract.key(parsed.data) };
  if (names.subject !== envelope.subject) {
    return failure('DIGLOT_EVENT_SCHEMA', `ce_subject is ${envelope.subject}, the data speaks of ${names.subject}`);
  }
  if (names.key !== record.key) {
    return failure('DIGLOT_EVENT_KEY_MISMATCH', `the key is ${record.key}, the data demands ${names.key}`);
  }
  return { ok: true, event: { ...envelope, data: parsed.data } };
}

function parseJson(value: Uint8Array): { ok: true; value: unknown } | { ok: false; detail: string } {
  try {
    return { ok: true, value: JSON.parse(utf8.decode(value)) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function explain(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'value'}: ${message}`).join('; ');
}

function failure(code: ErrorCode, detail: string): Decoded {
  return { ok: false, code, detail };
}
