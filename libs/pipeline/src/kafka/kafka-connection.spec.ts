import { loadConfig } from '@diglot/platform';
import { kafkaConnection } from './kafka-connection.ts';

const BROKERS = { DIGLOT_KAFKA_BROKERS: 'a.example:9092, b.example:9092' };
const SASL = {
  DIGLOT_KAFKA_SASL_MECHANISM: 'scram-sha-512',
  DIGLOT_KAFKA_SASL_USERNAME: 'diglot',
  DIGLOT_KAFKA_SASL_PASSWORD: 'hunter2',
};
const PEM = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
const read = (environment: Record<string, string>) => kafkaConnection(loadConfig({ ...BROKERS, ...environment }));

test('the plainest connection', () => {
  expect(read({})).toEqual({
    brokers: ['a.example:9092', 'b.example:9092'],
    ssl: false,
    sasl: null,
    sessionTimeout: 45_000,
    heartbeatInterval: 3000,
  });
});

test('TLS, a certificate of one’s own, and a user', () => {
  expect(read({ DIGLOT_KAFKA_SSL: 'true' }).ssl).toBe(true);
  expect(read({ DIGLOT_KAFKA_SSL: 'true', DIGLOT_KAFKA_CA: PEM }).ssl).toEqual({ ca: PEM });
  expect(read(SASL).sasl).toEqual({ mechanism: 'scram-sha-512', username: 'diglot', password: 'hunter2' });
});

test.each([
  ['no brokers', { DIGLOT_KAFKA_BROKERS: ' , ' }, 'DIGLOT_KAFKA_BROKERS'],
  ['a certificate without TLS', { DIGLOT_KAFKA_CA: PEM }, 'DIGLOT_KAFKA_SSL'],
  ['a user without a password', { ...SASL, DIGLOT_KAFKA_SASL_PASSWORD: '' }, 'all three, or none'],
])('refuses %s with one message, without secrets', (_, environment, message) => {
  expect(() => read(environment)).toThrow(message);
  expect(() => read(environment)).not.toThrow('hunter2');
});
