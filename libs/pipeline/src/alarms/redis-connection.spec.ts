import { loadConfig } from '@diglot/platform';
import { redisConnection } from './redis-connection.ts';

const PEM = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
const read = (environment: Record<string, string>) => redisConnection(loadConfig(environment));

test('an address, and with TLS who signed for it', () => {
  expect(read({ DIGLOT_REDIS_URL: 'redis://a.example' })).toEqual({ connectionString: 'redis://a.example' });
  expect(read({ DIGLOT_REDIS_URL: 'rediss://a.example', DIGLOT_REDIS_CA: PEM })).toEqual({
    connectionString: 'rediss://a.example',
    authority: PEM,
  });
});

test.each([
  ['no address', {}],
  ['a certificate without TLS', { DIGLOT_REDIS_URL: 'redis://a.example', DIGLOT_REDIS_CA: PEM }],
])('%s is refused with a name', (_, environment) => {
  expect(() => read(environment)).toThrow(/DIGLOT_CONFIG_INVALID.*DIGLOT_REDIS_/s);
});
