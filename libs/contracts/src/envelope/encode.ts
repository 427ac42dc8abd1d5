import type { DiglotEvent, TopicRecord } from './envelope.ts';
import { EVENT_CONTRACTS, type EventContract, type EventData, type EventType } from '../events/event-types.ts';
import { factEventId } from './event-id.ts';

/** A fact that a service states; the id follows from it. */
export interface FactStatement<T extends EventType> {
  readonly revision: number;
  readonly data: Exclude<EventData[T], null>;
  readonly replayId?: string | null;
  readonly time?: Date;
  readonly traceparent?: string | null;
}

/** Makes the event of a fact. */
export function stateFact<T extends EventType>(type: T, fact: FactStatement<T>): DiglotEvent<T> {
  const subject = EVENT_CONTRACTS[type].subject(fact.data);
  const replayId = fact.replayId ?? null;
  return {
    id: factEventId(type, subject, fact.revision, replayId),
    type,
    subject,
    revision: fact.revision,
    replayId,
    time: fact.time ?? new Date(),
    traceparent: fact.traceparent ?? null,
    data: fact.data,
  };
}

/** Makes the tombstone of a paper's state: the newest record of a paper that nobody prints any more. */
export function statePaperGone(arxivId: string, revision: number): DiglotEvent<'paper.state'> {
  const id = factEventId('paper.state', arxivId, revision, null);
  return {
    id,
    type: 'paper.state',
    subject: arxivId,
    revision,
    replayId: null,
    time: new Date(),
    traceparent: null,
    data: null,
  };
}

/** An event as a record in CloudEvents' binary mode (Kafka protocol binding 1.0.2). */
export function encodeEvent<T extends EventType>(event: DiglotEvent<T>): TopicRecord {
  const contract: EventContract<T> = EVENT_CONTRACTS[event.type];
  return {
    topic: contract.topic,
    // A tombstone has no data to take the key from; the subject of a state is its key.
    key: event.data === null ? event.subject : contract.key(event.data as Exclude<EventData[T], null>),
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_type: `${contract.type}.v${contract.version}`,
      ce_source: contract.source,
      ce_subject: event.subject,
      ce_time: event.time.toISOString(),
      ce_dataschema: contract.dataSchema,
      ce_revision: String(event.revision),
      ...(event.replayId === null ? {} : { ce_replayid: event.replayId }),
      ...(event.traceparent === null ? {} : { traceparent: event.traceparent }),
      'content-type': 'application/json',
    },
    value: event.data === null ? null : Buffer.from(JSON.stringify(event.data)),
  };
}
