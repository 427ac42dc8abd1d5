import type { Headers } from '@diglot/contracts';
import type { LogRecord } from '../bus/bus.port.ts';

/** Bytes as kafkajs gives them: a header that stands several times is a list. */
type HeaderValue = Buffer | string | null | undefined;
/** A message of Kafka, as it is received. */
export interface ReceivedMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, HeaderValue | readonly HeaderValue[]>>;
  /** Milliseconds since 1970. */
  readonly timestamp: string;
  readonly offset: string;
}

/** A message to be sent. */
export interface SentMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Record<string, Buffer | Buffer[]>;
}

/**
 * Keys and headers are text to us and bytes to Kafka. What is no text (not UTF-8, U+0000, a header twice, no key at all)
 * travels in this header beside its legible form, so that a dead letter gets back every byte: JSON of {@link Untouched}.
 */
export const UNTOUCHED_HEADER = 'diglot-untouched';

interface Untouched {
  /** base64; null: there was no key. */
  readonly key?: string | null;
  /** base64 of each value of a header. */
  readonly headers?: readonly (readonly [name: string, values: readonly string[]])[];
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const legible = new TextDecoder('utf-8', { ignoreBOM: true });

/** A received message as a record; nothing in it can make this throw. */
export function toRecord(topic: string, partition: number, message: ReceivedMessage): LogRecord {
  const { key } = message;
  const headers = Object.entries(message.headers ?? {}).map(([name, given]) => ({
    name,
    values: (isList(given) ? given : [given]).map((value) => Buffer.from(value ?? '')),
  }));
  // Ours is not to be feigned: what comes under its name is wrapped in it.
  const odd = headers.filter(
    ({ name, values }) => values.length !== 1 || name === UNTOUCHED_HEADER || !values.every(isText),
  );
  const isOddKey = key === null || !isText(key);
  const untouched: Untouched = {
    ...(isOddKey ? { key: key === null ? null : key.toString('base64') } : {}),
    ...(odd.length === 0 ? {} : { headers: odd.map(({ name, values }) => [name, values.map(toBase64)] as const) }),
  };
  const text = headers.map(({ name, values }) => [name, legible.decode(values[0])] as const);
  const isOdd = isOddKey || odd.length > 0;
  return {
    topic,
    partition,
    offset: message.offset,
    key: key === null ? '' : legible.decode(key),
    // Not by assignment: a header may be called `__proto__`.
    headers: Object.fromEntries(isOdd ? [...text, [UNTOUCHED_HEADER, JSON.stringify(untouched)]] : text),
    value: message.value,
    timestamp: Number(message.timestamp),
  };
}

/** A record as a message, with the bytes that it came with. */
export function toMessage(record: {
  readonly key: string;
  readonly headers: Headers;
  readonly value: Uint8Array | null;
}): SentMessage {
  const { [UNTOUCHED_HEADER]: text, ...rest } = record.headers;
  const untouched = text === undefined ? {} : (JSON.parse(text) as Untouched);
  const headers = new Map<string, Buffer | Buffer[]>(
    Object.entries(rest).map(([name, value]) => [name, Buffer.from(value)]),
  );
  for (const [name, values] of untouched.headers ?? []) headers.set(name, values.map(fromBase64));
  const { key = toBase64(Buffer.from(record.key)) } = untouched;
  return {
    key: key === null ? null : fromBase64(key),
    value: record.value && Buffer.from(record.value),
    headers: Object.fromEntries(headers),
  };
}

/** Whether it can be kept as text in Postgres and comes out the same. */
function isText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function toBase64(bytes: Buffer): string {
  return bytes.toString('base64');
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}

function isList(value: HeaderValue | readonly HeaderValue[]): value is readonly HeaderValue[] {
  return Array.isArray(value);
}
