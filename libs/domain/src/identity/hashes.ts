import type { Brand } from './brand.ts';

/** The SHA-256 of some bytes: 64 lower-case hexadecimal digits. */
export type Sha256 = Brand<'Sha256'>;

/** A deterministic UUID (version 5) of an event: the same fact at the same revision always bears the same id. */
export type EventId = Brand<'EventId'>;

const SHA256 = /^[0-9a-f]{64}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Narrows a string to a {@link Sha256}. */
export function isSha256(text: string): text is Sha256 {
  return SHA256.test(text);
}

/** Narrows a string to an {@link EventId}. */
export function isEventId(text: string): text is EventId {
  return UUID.test(text);
}
