import { EVENT_CONTRACTS, deadLetterTopic, type EventType } from '../events/event-types.ts';
import { TOPIC_DEFINITIONS, topicSettings } from '../events/topic-definitions.ts';
import { eventSchema, type Json } from './event-schema.ts';
import { EVENT_TEXTS, saidName } from './event-texts.ts';
import { exampleRecords, type ExampleRecord } from './example-records.ts';
import { RECORD_HEADERS, headersOf } from './record-headers.ts';

const BINDING = '0.5.0';

/** What a consumer may rely on and has to do, a paragraph each. */
const RULES = [
  'Facts about bilingual arXiv digests, as CloudEvents 1.0.2 in Kafka’s binary mode: attributes are headers `ce_*`, the value ' +
    'is the data as JSON in UTF-8, the key is text in UTF-8. There is no schema registry; this document is the whole contract.',
  'Delivery is at least once. Records of one key stay in one partition, in the order in which they were sent; a duplicate has ' +
    'the same `ce_id`. Keep `ce_revision` beside what you derive, and take a fact only if its revision is higher than the one ' +
    'that you hold of its `ce_subject`, that of a tombstone too: then neither order nor repetition matters.',
  'Fields and values of enumerations may be added to a version, and kinds of records told apart by a `kind`; nothing is ever ' +
    'removed or changed but by a new version, on a topic of its own. So ignore fields and headers that you do not know, let ' +
    'pass a `kind` that you do not know, and take an unknown value as the description of its field says. The schemas are open ' +
    'for that: validating by them refuses no later release.',
  'For the current state of all papers read `arxiv.paper.state.v1` from its beginning, with `isolation.level=read_committed`, ' +
    'for it is sent in transactions, whose marks leave gaps in the offsets. Keep the record of the highest revision of each ' +
    'key; one without a value says that the paper is gone. Who is away for longer than `delete.retention.ms` may miss ' +
    'tombstones, and reads it anew from the beginning.',
  'Days are `YYYY-MM-DD`, all times are UTC.',
];

const SERVERS: Json = {
  stack: {
    host: '{broker}',
    protocol: 'kafka',
    description:
      'Kafka of the stack profile. The embedded profile (`npm start`) has no Kafka: there `GET /api/export.ndjson` gives all ' +
      'papers, and `GET /api/events` tells what changes. Whether to connect with TLS and SASL is as the operator set ' +
      '`DIGLOT_KAFKA_SSL` and `DIGLOT_KAFKA_SASL_MECHANISM`; without these, neither.',
    variables: {
      broker: {
        default: '127.0.0.1:9092',
        description: 'Any broker, `host:port`: one of those that the operator names in `DIGLOT_KAFKA_BROKERS`.',
      },
    },
    bindings: { kafka: { bindingVersion: BINDING } },
  },
};

/** The AsyncAPI 3.1 document of every event that Diglot states, made of the schemas that check them. */
export function asyncApiDocument(version: string): Json {
  const types = Object.keys(EVENT_CONTRACTS) as EventType[];
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Diglot',
      version,
      description: RULES.join('\n\n'),
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    defaultContentType: 'application/json',
    servers: SERVERS,
    channels: Object.fromEntries(types.map((type) => [channelName(type), channelOf(type)])),
    operations: Object.fromEntries(types.map((type) => [`send-${channelName(type)}`, operationOf(type)])),
    components: { messageTraits: { cloudEvent: { headers: RECORD_HEADERS, contentType: 'application/json' } } },
  };
}

function channelName(type: EventType): string {
  return type.replace('.', '-');
}

function channelOf(type: EventType): Json {
  const { topic } = EVENT_CONTRACTS[type];
  const definition = TOPIC_DEFINITIONS.find((each) => each.topic === topic);
  return {
    address: topic,
    description: `${EVENT_TEXTS[type].about} What of it could not be processed is on ${deadLetterTopic(topic)}.`,
    messages: messagesOf(type),
    ...(definition
      ? {
          bindings: {
            kafka: {
              topic,
              partitions: definition.partitions,
              topicConfiguration: { ...topicSettings(definition), 'cleanup.policy': [definition.cleanup] },
              bindingVersion: BINDING,
            },
          },
        }
      : {}),
  };
}

function messagesOf(type: EventType): Json {
  const { version } = EVENT_CONTRACTS[type];
  const { about, key } = EVENT_TEXTS[type];
  const examples = exampleRecords(type);
  const common = {
    headers: headersOf(type),
    traits: [{ $ref: '#/components/messageTraits/cloudEvent' }],
    bindings: {
      kafka: {
        key: {
          type: 'string',
          description: `${saidName(key)}: what stays in one partition`,
          examples: [...new Set(examples.map((record) => record.key))],
        },
        bindingVersion: BINDING,
      },
    },
  };
  const fact = {
    ...common,
    name: `${type}.v${version}`,
    title: type,
    summary: about,
    payload: eventSchema(type),
    examples: examples.filter(({ value }) => value !== null).map(shown),
  };
  if (type !== 'paper.state') return { fact };
  const gone = {
    ...common,
    name: `${type}.v${version}.gone`,
    title: 'tombstone',
    summary: 'Nobody prints the paper any more: a record of key and headers, without a value.',
    payload: { type: 'null', description: 'Kafka’s null, not the text `null`: the record has no value.' },
    examples: examples.filter(({ value }) => value === null).map(shown),
  };
  return { fact, gone };
}

function shown({ name, headers, value }: ExampleRecord): Json {
  return { name, headers, payload: value };
}

function operationOf(type: EventType): Json {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${channelName(type)}` },
    summary: `Diglot sends, a consumer receives. ${EVENT_TEXTS[type].about}`,
    bindings: { kafka: { bindingVersion: BINDING } },
  };
}
