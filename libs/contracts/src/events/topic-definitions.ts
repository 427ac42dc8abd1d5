import { EVENT_CONTRACTS, deadLetterTopic, type EventType } from './event-types.ts';

/** A topic as it has to be made. */
export interface TopicDefinition {
  readonly topic: string;
  readonly partitions: number;
  /** `delete`: records go after a while. `compact`: the newest record of each key stays. */
  readonly cleanup: 'delete' | 'compact';
  /** How long records (or, in a compacted topic, tombstones) are kept at least. */
  readonly retentionDays: number;
  /** The largest record, headers and all. */
  readonly maxMessageBytes: number;
}

/** As many as processes of one service may share the work. Raising it later moves keys; revisions bear that. */
const PARTITIONS = 6;
/** Facts can be read anew for so long; receipts are kept longer (docs/protocol.md, "Headers and settings"). */
const FACT_DAYS = 14;
/** Whoever looks at dead letters may be on holiday. */
const DEAD_LETTER_DAYS = 90;
/** The largest payload of an event in bytes; a larger one is a dead letter of its producer. */
export const MAX_EVENT_BYTES = 16 * 1024 * 1024;
/** Room for key and headers, those of dead letters among them. */
const ENVELOPE_BYTES = 64 * 1024;

function definitionsOf(type: EventType): readonly TopicDefinition[] {
  const { topic } = EVENT_CONTRACTS[type];
  const isState = type === 'paper.state';
  const maxMessageBytes = MAX_EVENT_BYTES + ENVELOPE_BYTES;
  return [
    {
      topic,
      partitions: PARTITIONS,
      cleanup: isState ? 'compact' : 'delete',
      retentionDays: FACT_DAYS,
      maxMessageBytes,
    },
    {
      topic: deadLetterTopic(topic),
      partitions: 1,
      cleanup: 'delete',
      retentionDays: DEAD_LETTER_DAYS,
      maxMessageBytes: maxMessageBytes + ENVELOPE_BYTES,
    },
  ];
}

/** Every topic of Diglot: one for each event type, and one for what of it cannot be processed. */
export const TOPIC_DEFINITIONS: readonly TopicDefinition[] = (Object.keys(EVENT_CONTRACTS) as EventType[]).flatMap(
  definitionsOf,
);

const DAY_MILLISECONDS = 86_400_000;

/**
 * The settings of Kafka that a definition comes to, however many brokers there are: what topics are made with, and what the
 * AsyncAPI document says of them. Records of a compacted topic have no age at which they go; only tombstones do.
 */
export function topicSettings({
  cleanup,
  retentionDays,
  maxMessageBytes,
}: TopicDefinition): Readonly<Record<string, string | number>> {
  const retention = cleanup === 'compact' ? 'delete.retention.ms' : 'retention.ms';
  return {
    'cleanup.policy': cleanup,
    [retention]: retentionDays * DAY_MILLISECONDS,
    'max.message.bytes': maxMessageBytes,
    // The broker's clock: a record whose producer's clock is an hour off would be refused, and kept too long or too short.
    'message.timestamp.type': 'LogAppendTime',
  };
}
