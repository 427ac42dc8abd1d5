import { TOPIC_DEFINITIONS, asyncApiDocument } from '@diglot/contracts';
import { differencesOf, wantedTopic } from './topic-plan.ts';

const [facts] = TOPIC_DEFINITIONS;
const states = TOPIC_DEFINITIONS.find(({ cleanup }) => cleanup === 'compact');
if (!facts || !states) throw new Error('no definitions');

test('on three brokers one may be lost; on one there is one copy', () => {
  expect(wantedTopic(facts, 5).replicas).toBe(3);
  expect(wantedTopic(facts, 5).settings.get('min.insync.replicas')).toBe('2');
  expect(wantedTopic(facts, 1).replicas).toBe(1);
  expect(wantedTopic(facts, 1).settings.get('min.insync.replicas')).toBe('1');
});

test('facts are kept for two weeks, states for ever and their tombstones as long', () => {
  expect(wantedTopic(facts, 1).settings.get('retention.ms')).toBe(String(14 * 24 * 3_600_000));
  const { settings } = wantedTopic(states, 1);
  expect([settings.get('cleanup.policy'), settings.get('retention.ms')]).toEqual(['compact', undefined]);
  expect(settings.get('delete.retention.ms')).toBe(String(14 * 24 * 3_600_000));
});

test('what the AsyncAPI document says of a topic is what it is made with', () => {
  interface Binding {
    readonly topic: string;
    readonly partitions: number;
    readonly topicConfiguration: Readonly<Record<string, unknown>>;
  }
  const { channels } = asyncApiDocument('1') as {
    channels: Record<string, { bindings: { kafka: Binding } }>;
  };
  const told = Object.values(channels).map(({ bindings }) => bindings.kafka);
  expect(told.length).toBeGreaterThan(0);
  const retentions = [/^(delete\.)?retention\./, /^cleanup\./];
  for (const { topic, partitions, topicConfiguration } of told) {
    const definition = TOPIC_DEFINITIONS.find((each) => each.topic === topic);
    if (!definition) throw new Error(`no topic ${topic}`);
    const made = wantedTopic(definition, 1);
    const settings = Object.fromEntries(
      Object.entries(topicConfiguration).map(([name, value]) => [name, String(value)]),
    );
    expect([topic, partitions, Object.fromEntries(made.settings)]).toEqual([
      topic,
      made.partitions,
      expect.objectContaining(settings),
    ]);
    // Neither says of how long records stay what the other does not.
    const ofKeeping = (names: Iterable<string>) =>
      [...names].filter((name) => retentions.some((each) => each.test(name))).toSorted();
    expect(ofKeeping(Object.keys(settings))).toEqual(ofKeeping(made.settings.keys()));
  }
});

test('what differs is told; more partitions are welcome', () => {
  const wanted = wantedTopic(facts, 3);
  const { topic, partitions, replicas, settings } = wanted;
  expect(differencesOf(wanted, { topic, partitions: partitions + 1, replicas, settings })).toEqual([]);
  const others = new Map([...settings, ['cleanup.policy', 'compact']]);
  others.delete('max.message.bytes');
  expect(differencesOf(wanted, { topic, partitions: 1, replicas: 1, settings: others })).toEqual([
    { topic, setting: 'partitions', wanted: '6', actual: '1' },
    { topic, setting: 'replication.factor', wanted: '3', actual: '1' },
    { topic, setting: 'cleanup.policy', wanted: 'delete', actual: 'compact' },
    { topic, setting: 'max.message.bytes', wanted: settings.get('max.message.bytes'), actual: 'unknown' },
  ]);
});
