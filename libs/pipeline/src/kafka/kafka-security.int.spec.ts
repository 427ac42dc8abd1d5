import { randomUUID } from 'node:crypto';
import { findFreePort, loadConfig, silentLogger } from '@diglot/platform';
import {
  kafkaCanBeHad,
  opensslCanBeHad,
  ownKafka,
  testCertificates,
  testDatabase,
  uniqueName,
  waitFor,
  type OwnKafka,
  type TestCertificates,
  type TestDatabase,
} from '@diglot/testing';
import { pipelineMigrations } from '../migrations/pipeline-migrations.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { openLog } from '../service/stack-servers.ts';
import { createStateTable, setStates, tableLoader } from '../testing/state-table.ts';
import type { KafkaLog } from './kafka.port.ts';

const withKafka = opensslCanBeHad() && (await kafkaCanBeHad()) ? describe : describe.skip;

withKafka('a broker with TLS and users', () => {
  const fatal: Error[] = [];
  const logs: KafkaLog[] = [];
  let certificates: TestCertificates;
  let testing: TestDatabase;
  let own: OwnKafka;
  let port: number;

  beforeAll(async () => {
    [certificates, testing] = await Promise.all([testCertificates(), testDatabase({ migrations: pipelineMigrations })]);
    await createStateTable(testing.database);
    const ports = { plain: await findFreePort(), controller: await findFreePort() };
    port = await findFreePort();
    const listener = 'listener.name.secure';
    const modules = 'org.apache.kafka.common.security';
    own = await ownKafka({
      ports: [ports.plain],
      users: { scram: 'hunter3' },
      properties: {
        listeners: `PLAINTEXT://127.0.0.1:${ports.plain},SECURE://127.0.0.1:${port},CONTROLLER://127.0.0.1:${ports.controller}`,
        'controller.quorum.voters': `1@127.0.0.1:${ports.controller}`,
        'advertised.listeners': `PLAINTEXT://127.0.0.1:${ports.plain},SECURE://127.0.0.1:${port}`,
        'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SECURE:SASL_SSL',
        [`${listener}.sasl.enabled.mechanisms`]: 'PLAIN,SCRAM-SHA-512',
        [`${listener}.plain.sasl.jaas.config`]: `${modules}.plain.PlainLoginModule required user_diglot="hunter2";`,
        [`${listener}.scram-sha-512.sasl.jaas.config`]: `${modules}.scram.ScramLoginModule required;`,
        [`${listener}.ssl.keystore.type`]: 'PEM',
        [`${listener}.ssl.keystore.certificate.chain`]: oneLine(certificates.certificate),
        [`${listener}.ssl.keystore.key`]: oneLine(certificates.key),
      },
    });
  });
  afterEach(async () => {
    await Promise.all(logs.splice(0).map((log) => log.close()));
  });
  afterAll(async () => {
    await own.remove();
    await testing.drop();
    await certificates.folder.remove();
  });

  const PLAIN = {
    DIGLOT_KAFKA_SASL_MECHANISM: 'plain',
    DIGLOT_KAFKA_SASL_USERNAME: 'diglot',
    DIGLOT_KAFKA_SASL_PASSWORD: 'hunter2',
  };
  const SCRAM = {
    DIGLOT_KAFKA_SASL_MECHANISM: 'scram-sha-512',
    DIGLOT_KAFKA_SASL_USERNAME: 'scram',
    DIGLOT_KAFKA_SASL_PASSWORD: 'hunter3',
  };
  /** As a user configures it. */
  const open = (environment: Record<string, string>): KafkaLog => {
    const config = loadConfig({
      DIGLOT_KAFKA_BROKERS: `127.0.0.1:${port}`,
      DIGLOT_KAFKA_SSL: 'true',
      DIGLOT_KAFKA_CA: certificates.authority,
      DIGLOT_KAFKA_SESSION_SECONDS: '6',
      ...environment,
    });
    const onFatal = (error: Error): void => void fatal.push(error);
    const log = openLog({ config, name: 'test', logger: silentLogger, onFatal, onEvent: () => {} });
    logs.push(log);
    return log;
  };
  const definition = (cleanup: 'delete' | 'compact') =>
    ({ topic: uniqueName(cleanup), partitions: 1, cleanup, retentionDays: 1, maxMessageBytes: 1_000_000 }) as const;
  const reader = (topic: string) => ({ consumer: uniqueName('test'), topic, events: 10, bytes: 1_000_000 });

  it.each([
    ['PLAIN', PLAIN],
    ['SCRAM-SHA-512', SCRAM],
  ])('makes topics, relays facts and states, and reads them, as a user of %s', async (_, user) => {
    const log = open(user);
    const { database } = testing;
    const [facts, states] = [definition('delete'), definition('compact')];
    expect((await log.ensureTopics([facts, states])).created).toEqual([facts.topic, states.topic]);
    await setStates(database, ['a'], 7);
    await database.transaction((tx) =>
      appendToOutbox(tx, [
        { eventId: randomUUID(), topic: facts.topic, key: 'a', headers: {}, payload: Buffer.from('fact') },
        { eventId: randomUUID(), topic: states.topic, key: 'a', headers: {}, payload: null },
      ]),
    );
    const poll = { database, pollMilliseconds: 25 };
    log.startRelay({ topic: facts.topic, ...poll });
    log.startRelay({ topic: states.topic, ...poll, pointerLoader: tableLoader(database, states.topic) });
    const values: string[] = [];
    for (const { topic } of [facts, states]) {
      await log.bus.subscribe(reader(topic), async (batch) => {
        values.push(...batch.records.map(({ value }) => Buffer.from(value ?? '').toString()));
        await batch.moveAfter(batch.records.at(-1)!);
      });
    }
    await waitFor(() => values.length === 2, { timeout: 60_000 });
    expect(values.toSorted()).toEqual(['7', 'fact']);
    expect([fatal, log.reasons()]).toEqual([[], []]);
  });

  it.each([
    ['a wrong password', { ...PLAIN, DIGLOT_KAFKA_SASL_PASSWORD: 'wrong' }],
    ['a wrong password that is never sent', { ...SCRAM, DIGLOT_KAFKA_SASL_PASSWORD: 'wrong' }],
    ['a certificate that nobody trusts', { ...SCRAM, DIGLOT_KAFKA_CA: '' }],
  ])('says once that it refuses %s, and ends the process', async (_, environment) => {
    const log = open(environment);
    await expect(log.ensureTopics([definition('delete')])).rejects.toMatchObject({ code: 'DIGLOT_BUS_REFUSED' });
    await log.bus.subscribe(reader('test'), async () => {});
    await waitFor(() => fatal.length > 0);
    expect(fatal.splice(0)).toMatchObject([{ code: 'DIGLOT_BUS_REFUSED' }]);
  });

  it('ends the process of a relay that is refused, too', async () => {
    const log = open({ ...SCRAM, DIGLOT_KAFKA_SASL_PASSWORD: 'wrong' });
    log.startRelay({ topic: uniqueName('test'), database: testing.database, pollMilliseconds: 25 });
    await waitFor(() => fatal.length > 0);
    expect(fatal.splice(0)).toMatchObject([{ code: 'DIGLOT_BUS_REFUSED' }]);
  });
});

/** As Kafka's properties want PEM. */
function oneLine(pem: string): string {
  return pem.trim().replaceAll('\n', '\\n');
}
