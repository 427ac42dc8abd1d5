import { DiglotError, type ErrorCode } from '@diglot/domain';
import { isTlsRefused } from '../connections/is-tls-refused.ts';

/** What kafkajs's errors carry; its classes are not all exported, so they are known by their fields. */
interface ClientError extends Error {
  /** Of a protocol error: Kafka's name for it. */
  readonly type?: string;
  /** Of a connection error: Node's code. */
  readonly code?: unknown;
  readonly retriable?: boolean;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** Errors that only wrap what happened. */
const WRAPPERS = new Set(['KafkaJSNumberOfRetriesExceeded', 'KafkaJSNonRetriableError', 'KafkaJSError']);

/** By Kafka's name for the error (its protocol guide, "Error codes"). */
const PROTOCOL_ERRORS: Readonly<Record<string, ErrorCode>> = {
  UNKNOWN_TOPIC_OR_PARTITION: 'DIGLOT_TOPIC_MISSING',
  MESSAGE_TOO_LARGE: 'DIGLOT_EVENT_TOO_LARGE',
  RECORD_LIST_TOO_LARGE: 'DIGLOT_EVENT_TOO_LARGE',
  SASL_AUTHENTICATION_FAILED: 'DIGLOT_BUS_REFUSED',
  UNSUPPORTED_SASL_MECHANISM: 'DIGLOT_BUS_REFUSED',
  ILLEGAL_SASL_STATE: 'DIGLOT_BUS_REFUSED',
  UNSUPPORTED_VERSION: 'DIGLOT_BUS_CRASHED',
};

/** By the class of kafkajs, for what it calls not retriable although the next attempt may well succeed. */
const CLIENT_ERRORS: Readonly<Record<string, ErrorCode>> = {
  KafkaJSSASLAuthenticationError: 'DIGLOT_BUS_REFUSED',
  KafkaJSGroupCoordinatorNotFound: 'DIGLOT_BUS_UNAVAILABLE',
  KafkaJSTimeout: 'DIGLOT_BUS_UNAVAILABLE',
  KafkaJSLockTimeout: 'DIGLOT_BUS_UNAVAILABLE',
};

/** The producer belongs to an older term: another relay has taken over, or Kafka has forgotten it. */
const FENCED = new Set([
  'INVALID_PRODUCER_EPOCH',
  'PRODUCER_FENCED',
  'INVALID_PRODUCER_ID_MAPPING',
  'TRANSACTION_COORDINATOR_FENCED',
]);

/** What happened, without what kafkajs wrapped it in. */
export function causeOf(thrown: unknown): unknown {
  if (!isClientError(thrown)) return thrown;
  if (Array.isArray(thrown.errors) && thrown.errors.length > 0) return causeOf(thrown.errors[0]);
  return WRAPPERS.has(thrown.name) && isClientError(thrown.cause) ? causeOf(thrown.cause) : thrown;
}

/**
 * Turns what kafkajs threw into an error of ours, with the original as its cause. What it would never recover from by
 * itself, and nobody thought of, is `DIGLOT_BUS_CRASHED`.
 */
export function classifyKafka(thrown: unknown, doing: string): DiglotError {
  if (thrown instanceof DiglotError) return thrown;
  const cause = causeOf(thrown);
  const detail = `${doing}: ${isClientError(cause) ? cause.message : String(cause)}`;
  return new DiglotError(codeOf(cause), detail, { cause: thrown });
}

export function isFenced(thrown: unknown): boolean {
  const cause = causeOf(thrown);
  return isClientError(cause) && cause.type !== undefined && FENCED.has(cause.type);
}

function codeOf(cause: unknown): ErrorCode {
  if (!isClientError(cause)) return 'DIGLOT_BUS_CRASHED';
  const { type, name, code, retriable } = cause;
  const known = (type === undefined ? undefined : PROTOCOL_ERRORS[type]) ?? CLIENT_ERRORS[name];
  if (known) return known;
  if (type?.endsWith('AUTHORIZATION_FAILED')) return 'DIGLOT_BUS_REFUSED';
  if (isTlsRefused(code)) return 'DIGLOT_BUS_REFUSED';
  // A fenced producer is an end of its term only; who leads begins another one.
  if (isFenced(cause)) return 'DIGLOT_BUS_UNAVAILABLE';
  // Errors of Kafka itself pass or are mended there; what is left are mistakes in this process.
  return type !== undefined || retriable === true ? 'DIGLOT_BUS_UNAVAILABLE' : 'DIGLOT_BUS_CRASHED';
}

/** Not `instanceof`: an error of another realm (a vm context, as test runners use) is an error too. */
function isClientError(thrown: unknown): thrown is ClientError {
  return Object.prototype.toString.call(thrown) === '[object Error]';
}
