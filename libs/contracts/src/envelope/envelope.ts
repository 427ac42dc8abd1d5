import type { ErrorCode, EventId } from '@diglot/domain';
import type { EventData, EventType } from '../events/event-types.ts';

/** Headers of a record: CloudEvents attributes with the prefix `ce_`, `content-type`, `traceparent`. */
export type Headers = Readonly<Record<string, string>>;

/** A fact as services pass it around; on a topic it is a record in CloudEvents' binary mode. */
export interface DiglotEvent<T extends EventType = EventType> {
  readonly id: EventId;
  readonly type: T;
  readonly subject: string;
  readonly revision: number;
  /** Set when the fact is repeated on purpose: consumers take it again although they know the revision. */
  readonly replayId: string | null;
  /** When the fact was stated. */
  readonly time: Date;
  /** W3C trace context of the work that stated it. */
  readonly traceparent: string | null;
  readonly data: EventData[T];
}

/** One record as it stands on a topic. */
export interface TopicRecord {
  readonly topic: string;
  readonly key: string;
  readonly headers: Headers;
  /** null: a tombstone. */
  readonly value: Uint8Array | null;
}

/** What decoding came to; a failure is a result, never a throw, so that it gets its row in the inbox. */
export type Decoded =
  | { readonly ok: true; readonly event: DiglotEvent }
  | { readonly ok: false; readonly code: ErrorCode; readonly detail: string };
