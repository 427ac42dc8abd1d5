import { v5 } from 'uuid';
import { sha256, type EventId } from '@diglot/domain';

/** Namespace of Diglot's version 5 UUIDs; fixed for ever, since ids must not change. */
const NAMESPACE = '6f1c8a52-7d0e-5b4e-9c33-0d1b7e3a4f60';

/** The parts are joined as JSON, so that no two lists of parts give one name. */
function uuid(...parts: readonly (string | number)[]): EventId {
  return v5(JSON.stringify(parts), NAMESPACE) as EventId;
}

/** The id of a fact: its type, subject and revision, and the replay that repeats it, if any. */
export function factEventId(type: string, subject: string, revision: number, replayId: string | null): EventId {
  return replayId === null ? uuid(type, subject, revision) : uuid(type, subject, revision, replayId);
}

/** The id of a record that names none: where it stands, and what it holds. */
export function recordEventId(record: {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly timestamp: number;
  readonly value: Uint8Array | null;
}): EventId {
  return uuid(record.topic, record.partition, record.offset, record.timestamp, sha256(record.value ?? ''));
}

/** The id of a dead letter: once per consumer, event and redrive. */
export function deadLetterEventId(consumer: string, eventId: string, redrives: number): EventId {
  return uuid('dead-letter', consumer, eventId, redrives);
}

/** The id under which a second content that came under a known id is kept. */
export function conflictEventId(eventId: string, payloadHash: string): EventId {
  return uuid('conflict', eventId, payloadHash);
}
