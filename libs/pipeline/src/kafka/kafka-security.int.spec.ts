import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort, loadConfig, silentLogger } from '@diglot/platform';
import {
  kafkaCanBeHad,
  leaveOut,
  ownKafka,
  temporaryFolder,
  uniqueName,
  waitFor,
  type OwnKafka,
} from '@diglot/testing';
import { kafkaConnection } from './kafka-connection.ts';
import type { KafkaLog } from './kafka.port.ts';
import { openKafka } from './open-kafka.ts';

const possible = (hasOpenssl() || !leaveOut('TLS to Kafka: there is no openssl')) && (await kafkaCanBeHad());
const withKafka = possible ? describe : describe.skip;

withKafka('a broker with TLS and users', () => {
  const fatal: Error[] = [];
  const logs: KafkaLog[] = [];
  let own: OwnKafka;
  let port: number;
  let certificate: string;

  beforeAll(async () => {
    const folder = await temporaryFolder('kafka-tls');
    const [keyFile, certificateFile] = [join(folder.path, 'key.pem'), join(folder.path, 'certificate.pem')];
    const subject = '-subj /CN=localhost -addext subjectAltName=IP:127.0.0.1';
    const make = `req -x509 -newkey rsa:2048 -nodes -days 2 ${subject} -keyout ${keyFile} -out ${certificateFile}`;
    execFileSync('openssl', make.split(' '), { stdio: 'ignore' });
    const key = readFileSync(keyFile, 'utf8');
    certificate = readFileSync(certificateFile, 'utf8');
    await folder.remove();
    const ports = { plain: await findFreePort(), controller: await findFreePort() };
    port = await findFreePort();
    const listener = 'listener.name.secure';
    own = await ownKafka({
      ports: [ports.plain],
      properties: {
        listeners: `PLAINTEXT://127.0.0.1:${ports.plain},SECURE://127.0.0.1:${port},CONTROLLER://127.0.0.1:${ports.controller}`,
        'controller.quorum.voters': `1@127.0.0.1:${ports.controller}`,
        'advertised.listeners': `PLAINTEXT://127.0.0.1:${ports.plain},SECURE://127.0.0.1:${port}`,
        'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SECURE:SASL_SSL',
        [`${listener}.sasl.enabled.mechanisms`]: 'PLAIN',
        [`${listener}.plain.sasl.jaas.config`]:
          'org.apache.kafka.common.security.plain.PlainLoginModule required user_diglot="hunter2";',
        [`${listener}.ssl.keystore.type`]: 'PEM',
        [`${listener}.ssl.keystore.certificate.chain`]: oneLine(certificate),
        [`${listener}.ssl.keystore.key`]: oneLine(key),
      },
    });
  });
  afterEach(async () => {
    await Promise.all(logs.splice(0).map((log) => log.close()));
  });
  afterAll(async () => own.remove());

  /** As a user configures it. */
  const open = (environment: Record<string, string> = {}): KafkaLog => {
    const config = loadConfig({
      DIGLOT_KAFKA_BROKERS: `127.0.0.1:${port}`,
      DIGLOT_KAFKA_SSL: 'true',
      DIGLOT_KAFKA_CA: certificate,
      DIGLOT_KAFKA_SASL_MECHANISM: 'plain',
      DIGLOT_KAFKA_SASL_USERNAME: 'diglot',
      DIGLOT_KAFKA_SASL_PASSWORD: 'hunter2',
      DIGLOT_KAFKA_SESSION_SECONDS: '6',
      ...environment,
    });
    const onFatal = (error: Error): void => void fatal.push(error);
    const log = openKafka({ ...kafkaConnection(config), clientId: 'test', logger: silentLogger, onFatal });
    logs.push(log);
    return log;
  };
  const definition = () =>
    ({
      topic: uniqueName('test'),
      partitions: 1,
      cleanup: 'delete',
      retentionDays: 1,
      maxMessageBytes: 1_000_000,
    }) as const;
  const reader = (topic: string) => ({ consumer: uniqueName('test'), topic, events: 1, bytes: 1 });

  it('lets in who knows its certificate and has a user', async () => {
    const log = open();
    const wanted = definition();
    expect((await log.ensureTopics([wanted])).created).toEqual([wanted.topic]);
    const subscription = await log.bus.subscribe(reader(wanted.topic), async () => {});
    await waitFor(() => subscription.isLive());
    expect(fatal).toEqual([]);
  });

  it.each([
    ['a wrong password', { DIGLOT_KAFKA_SASL_PASSWORD: 'wrong' }],
    ['a certificate that nobody trusts', { DIGLOT_KAFKA_CA: '' }],
  ])('says once that it refuses %s, and ends the process', async (_, environment) => {
    const log = open(environment);
    await expect(log.ensureTopics([definition()])).rejects.toMatchObject({ code: 'DIGLOT_BUS_REFUSED' });
    await log.bus.subscribe(reader('test'), async () => {});
    await waitFor(() => fatal.length > 0, { timeout: 30_000 });
    expect(fatal.splice(0)).toMatchObject([{ code: 'DIGLOT_BUS_REFUSED' }]);
  });
});

/** As Kafka's properties want PEM. */
function oneLine(pem: string): string {
  return pem.trim().replaceAll('\n', '\\n');
}

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
