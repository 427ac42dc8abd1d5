import { topicSettings, type TopicDefinition } from '@diglot/contracts';
import type { TopicDifference } from './kafka.port.ts';

/** A topic as Kafka has it. */
export interface ExistingTopic {
  readonly topic: string;
  readonly partitions: number;
  readonly replicas: number;
  /** Every setting in force, those that are defaults of the broker among them. */
  readonly settings: ReadonlyMap<string, string>;
}

/** A topic as it is to be made. */
export interface WantedTopic {
  readonly topic: string;
  readonly partitions: number;
  readonly replicas: number;
  readonly settings: ReadonlyMap<string, string>;
}

/** Copies of each partition, where there are brokers enough: one may be lost while another one is restarted. */
const REPLICAS = 3;

/** What a definition comes to on so many brokers. Pure. */
export function wantedTopic(definition: TopicDefinition, brokers: number): WantedTopic {
  const { topic, partitions } = definition;
  const replicas = Math.min(REPLICAS, brokers);
  const settings = {
    ...topicSettings(definition),
    // What is acknowledged is on so many brokers; one may be away.
    'min.insync.replicas': Math.max(1, replicas - 1),
    'unclean.leader.election.enable': false,
  };
  const texts = Object.entries(settings).map(([name, value]) => [name, String(value)] as const);
  return { topic, partitions, replicas, settings: new Map(texts) };
}

/** In what an existing topic is not as it would be made; more partitions are welcome. Pure. */
export function differencesOf(wanted: WantedTopic, existing: ExistingTopic): readonly TopicDifference[] {
  const { topic } = wanted;
  const compared: TopicDifference[] = [
    { topic, setting: 'replication.factor', wanted: String(wanted.replicas), actual: String(existing.replicas) },
    ...[...wanted.settings].map(([setting, value]) => ({
      topic,
      setting,
      wanted: value,
      actual: existing.settings.get(setting) ?? 'unknown',
    })),
  ];
  const few: TopicDifference[] =
    existing.partitions < wanted.partitions
      ? [{ topic, setting: 'partitions', wanted: String(wanted.partitions), actual: String(existing.partitions) }]
      : [];
  return [...few, ...compared.filter((each) => each.actual !== each.wanted)];
}
