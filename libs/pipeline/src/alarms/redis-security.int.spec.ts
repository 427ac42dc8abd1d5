import { findFreePort, loadConfig, silentLogger } from '@diglot/platform';
import {
  opensslCanBeHad,
  ownRedis,
  redisCanBeHad,
  testCertificates,
  waitFor,
  type OwnRedis,
  type TestCertificates,
} from '@diglot/testing';
import { openAlarms } from '../service/stack-servers.ts';
import type { Alarm, AlarmClock } from './alarm-clock.port.ts';

const withRedis = opensslCanBeHad() && (await redisCanBeHad()) ? describe : describe.skip;

const alarm: Alarm = { consumer: 'test', eventId: 'e', redrives: 0, attempt: 0, epoch: 0, at: new Date(0) };

withRedis('a Redis with TLS and a password', () => {
  const fatal: Error[] = [];
  const rung: Alarm[] = [];
  const clocks: AlarmClock[] = [];
  let certificates: TestCertificates;
  let own: OwnRedis;

  beforeAll(async () => {
    certificates = await testCertificates();
    const port = await findFreePort();
    const settings = {
      port: 0,
      'tls-port': port,
      'tls-cert-file': `${certificates.folder.path}/certificate.pem`,
      'tls-key-file': `${certificates.folder.path}/key.pem`,
      'tls-auth-clients': 'no',
      requirepass: 'hunter2',
    };
    own = await ownRedis({
      port,
      args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, `${value}`]),
    });
  });
  afterEach(async () => {
    await Promise.all(clocks.splice(0).map((clock) => clock.close()));
  });
  afterAll(async () => {
    await own.remove();
    await certificates.folder.remove();
  });

  /** As a user configures it. */
  const open = (environment: Record<string, string> = {}): AlarmClock => {
    const config = loadConfig({
      DIGLOT_REDIS_URL: `rediss://:hunter2@127.0.0.1:${own.redis.port}`,
      DIGLOT_REDIS_CA: certificates.authority,
      ...environment,
    });
    const onFatal = (error: Error): void => void fatal.push(error);
    const clock = openAlarms({ config, name: 'test', logger: silentLogger, onFatal });
    clocks.push(clock);
    return clock;
  };
  const to = (user: string) => ({ DIGLOT_REDIS_URL: `rediss://${user}127.0.0.1:${own.redis.port}` });

  it('rings for who knows its authority and the password', async () => {
    const clock = open();
    await clock.start(async (each) => void rung.push(each));
    await waitFor(async () => {
      await clock.set([alarm]);
      return true;
    });
    await waitFor(() => rung.length === 1);
    expect(fatal).toEqual([]);
  });

  it.each([
    ['a wrong password', () => to(':wrong@'), /WRONGPASS/],
    ['no password', () => to(''), /NOAUTH/],
    ['a certificate that nobody trusts', () => ({ DIGLOT_REDIS_CA: '' }), /certificate/],
  ])('says once that it refuses %s, and ends the process', async (_, environment, detail) => {
    const clock = open(environment());
    await clock.start(async () => {});
    await waitFor(() => fatal.length > 0);
    await expect(clock.set([alarm])).rejects.toMatchObject({ code: 'DIGLOT_ALARMS_UNAVAILABLE' });
    await clock.close();
    expect(fatal.splice(0)).toMatchObject([{ code: 'DIGLOT_ALARMS_REFUSED', message: expect.stringMatching(detail) }]);
  });
});
