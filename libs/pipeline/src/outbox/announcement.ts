import {
  deadLetterEventId,
  deadLetterTopic,
  encodeEvent,
  factEventId,
  traced,
  EVENT_CONTRACTS,
  MAX_EVENT_BYTES,
  type DiglotEvent,
  type EventType,
  type Headers,
} from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import type { Receipt } from '../inbox/receipt.ts';

/** A row for the outbox: what becomes known once the transaction commits. */
export interface Announcement {
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly headers: Headers;
  /** null: a pointer. Whoever sends it loads the current state of the key (docs/protocol.md, "The state topic"). */
  readonly payload: Uint8Array | null;
}

/**
 * Announces a fact with its content.
 * @param cause the event whose work stated it, so that it goes on in that one's trace
 * @throws DiglotError `DIGLOT_EVENT_TOO_LARGE`: no topic would take it
 */
export function announce<T extends EventType>(event: DiglotEvent<T>, cause: DiglotEvent | null = null): Announcement {
  const { topic, key, headers, value } = encodeEvent(traced(event, cause));
  if (value && value.length > MAX_EVENT_BYTES) {
    throw new DiglotError('DIGLOT_EVENT_TOO_LARGE', `${event.type} of ${event.subject} has ${value.length} bytes`);
  }
  return { eventId: event.id, topic, key, headers, payload: value };
}

/** Announces that the state of a paper has changed, without its content. */
export function announcePaperState(arxivId: string, revision: number): Announcement {
  return {
    eventId: factEventId('paper.state', arxivId, revision, null),
    topic: EVENT_CONTRACTS['paper.state'].topic,
    key: arxivId,
    headers: {},
    payload: null,
  };
}

/** Longest message in a dead letter's header: Kafka counts headers to the record's size. */
const MESSAGE_BYTES = 1024;

/** Announces a dead letter: key and bytes untouched, and why it died in headers. */
export function announceDeadLetter(
  receipt: Receipt,
  failure: { readonly code: string; readonly class: string; readonly message: string },
  serviceVersion: string,
): Announcement {
  return {
    eventId: deadLetterEventId(receipt.consumer, receipt.eventId, receipt.redrives),
    topic: deadLetterTopic(receipt.topic),
    key: receipt.key,
    headers: {
      ...receipt.headers,
      'dlq-consumer': receipt.consumer,
      'dlq-topic': receipt.topic,
      'dlq-partition': String(receipt.partition),
      'dlq-offset': receipt.offset,
      'dlq-attempts': String(receipt.attempt),
      'dlq-first-seen': receipt.firstSeen.toISOString(),
      'dlq-error-code': failure.code,
      'dlq-error-class': failure.class,
      'dlq-error-message': firstBytes(failure.message, MESSAGE_BYTES),
      'dlq-service-version': serviceVersion,
    },
    payload: receipt.payload ?? new Uint8Array(),
  };
}

/** The beginning of a text, no character cut in two, and none that Postgres cannot show. */
function firstBytes(text: string, bytes: number): string {
  const storable = Buffer.from(text.replaceAll('\u0000', '\uFFFD'));
  return new TextDecoder().decode(storable.subarray(0, bytes), { stream: true });
}
