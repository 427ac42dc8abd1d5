import { silentLogger } from '@diglot/platform';
import { kafkaCanBeHad, ownKafka, uniqueName, waitFor } from '@diglot/testing';
import { createClient } from './create-client.ts';
import { openKafka } from './open-kafka.ts';

const withKafka = (await kafkaCanBeHad()) ? describe : describe.skip;

withKafka('a reader whose broker is restarted', () => {
  it('is the member that it was, for which nobody waits a session', async () => {
    const own = await ownKafka();
    const [broker] = own.kafka.brokers;
    const connection = {
      brokers: [own.kafka.bootstrap],
      ssl: false,
      sasl: null,
      logger: silentLogger,
      clientId: 'test',
    };
    const log = openKafka({ ...connection, onFatal: () => {} });
    const [topic, consumer] = [uniqueName('test'), uniqueName('test')];
    await log.ensureTopics([{ topic, partitions: 2, cleanup: 'delete', retentionDays: 1, maxMessageBytes: 1_000_000 }]);
    const subscription = await log.bus.subscribe({ consumer, topic, events: 1, bytes: 1 }, async () => {});
    await waitFor(() => subscription.isLive());
    const members = async (): Promise<string[]> => {
      const admin = createClient(connection).admin();
      await admin.connect();
      const { groups } = await admin.describeGroups([consumer]);
      await admin.disconnect();
      return groups.flatMap((group) => group.members.map(({ memberId }) => memberId));
    };
    const before = await members();
    await broker?.kill();
    await waitFor(() => subscription.waitsFor() === 'DIGLOT_BUS_UNAVAILABLE', { timeout: 60_000 });
    await broker?.start();
    await waitFor(() => subscription.isLive(), { timeout: 90_000 });
    expect(await members()).toEqual(before);
    expect(before).toHaveLength(1);
    await log.close();
    await own.remove();
  });
});
