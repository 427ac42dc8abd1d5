import { encodeEvent } from '../envelope/encode.ts';
import type { Headers } from '../envelope/envelope.ts';
import type { EventType } from '../events/event-types.ts';
import { sampleEvents } from '../golden/samples.ts';

/** A record as a document shows it. */
export interface ExampleRecord {
  readonly name: string;
  readonly key: string;
  readonly headers: Headers;
  /** null: a tombstone. */
  readonly value: unknown;
}

/** The records of an event type that its golden files hold. */
export function exampleRecords(type: EventType): ExampleRecord[] {
  const samples = Object.entries(sampleEvents()).filter(([, event]) => event.type === type);
  return samples.map(([name, event]) => {
    const { key, headers, value } = encodeEvent(event);
    return { name, key, headers, value: value && (JSON.parse(Buffer.from(value).toString()) as unknown) };
  });
}
