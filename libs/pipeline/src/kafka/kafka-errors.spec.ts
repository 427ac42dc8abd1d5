import { DiglotError } from '@diglot/domain';
import { causeOf, classifyKafka, isFenced } from './kafka-errors.ts';

/** As kafkajs makes them. */
const error = (name: string, fields: object = {}, message = 'some words') =>
  Object.assign(new Error(message), { name, ...fields });
const protocol = (type: string, fields: object = {}) => error('KafkaJSProtocolError', { type, code: 1, ...fields });
const exceeded = (cause: Error) => error('KafkaJSNumberOfRetriesExceeded', { retriable: false, cause });
const wrapped = (cause: Error) => error('KafkaJSNonRetriableError', { retriable: false, cause });

test.each([
  ['a broker that is not there', error('KafkaJSConnectionError', { code: 'ECONNREFUSED', retriable: true })],
  ['a closed connection, tried often', exceeded(error('KafkaJSConnectionClosedError', { retriable: true }))],
  ['a broker without an answer', error('KafkaJSRequestTimeoutError', { retriable: true })],
  ['a coordinator that is loading', wrapped(exceeded(protocol('GROUP_LOAD_IN_PROGRESS', { retriable: true })))],
  ['no coordinator', error('KafkaJSGroupCoordinatorNotFound', { retriable: false })],
  ['a lock that takes too long', error('KafkaJSLockTimeout', { retriable: false })],
  ['too few replicas', protocol('NOT_ENOUGH_REPLICAS', { retriable: true })],
  ['a rebalance', protocol('REBALANCE_IN_PROGRESS', { retriable: false })],
  ['a fenced producer', protocol('INVALID_PRODUCER_EPOCH', { retriable: false })],
])('%s passes', (_, thrown) => {
  expect(classifyKafka(thrown, 'asking')).toMatchObject({ code: 'DIGLOT_BUS_UNAVAILABLE', class: 'Unavailable' });
});

test.each([
  ['DIGLOT_TOPIC_MISSING', exceeded(protocol('UNKNOWN_TOPIC_OR_PARTITION'))],
  ['DIGLOT_EVENT_TOO_LARGE', protocol('MESSAGE_TOO_LARGE', { retriable: false })],
  ['DIGLOT_BUS_REFUSED', error('KafkaJSSASLAuthenticationError', { retriable: false })],
  ['DIGLOT_BUS_REFUSED', protocol('TOPIC_AUTHORIZATION_FAILED', { retriable: false })],
  ['DIGLOT_BUS_REFUSED', error('KafkaJSConnectionError', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT', retriable: true })],
  ['DIGLOT_BUS_REFUSED', error('KafkaJSConnectionError', { code: 'ERR_SSL_WRONG_VERSION_NUMBER', retriable: true })],
  ['DIGLOT_BUS_CRASHED', wrapped(new TypeError('undefined is not a function'))],
  ['DIGLOT_BUS_CRASHED', error('KafkaJSInvariantViolation', { retriable: false })],
  ['DIGLOT_BUS_CRASHED', protocol('UNSUPPORTED_VERSION', { retriable: false })],
  ['DIGLOT_BUS_CRASHED', 'words'],
])('%s: %s', (code, thrown) => {
  expect(classifyKafka(thrown, 'asking')).toMatchObject({ code, detail: expect.stringMatching(/^asking: /) });
});

test('an error of ours goes through, the same object', () => {
  const ours = new DiglotError('DIGLOT_TIMEOUT', 'too slow');
  expect(classifyKafka(ours, 'asking')).toBe(ours);
});

test('the cause is below the wrappers, and in lists of errors', () => {
  const cause = protocol('NOT_CONTROLLER');
  expect(causeOf(exceeded(wrapped(cause)))).toBe(cause);
  expect(causeOf(error('KafkaJSAggregateError', { errors: [cause] }))).toBe(cause);
  expect(causeOf('words')).toBe('words');
});

test('a fence is seen below the wrappers', () => {
  expect(isFenced(wrapped(protocol('PRODUCER_FENCED')))).toBe(true);
  expect(isFenced(protocol('NOT_CONTROLLER'))).toBe(false);
  expect(isFenced(new Error('no'))).toBe(false);
});
