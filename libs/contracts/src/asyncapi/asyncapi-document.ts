import { EVENT_CONTRACTS, deadLetterTopic, type EventType } from '../events/event-types.ts';
import { TOPIC_DEFINITIONS, topicSettings } from '../events/topic-definitions.ts';
import { exampleRecords } from './example-records.ts';
import { eventSchema, type Json } from './event-schema.ts';

const BINDING = '0.5.0';

const ABOUT: Readonly<Record<EventType, string>> = {
  'digest.discovered': 'What a path of a source holds now: a digest, by hash and size, or nothing any more.',
  'paper.parsed': 'One block of one digest, with its whole text; or that its place prints it no more.',
  'paper.translated':
    'The same block with the verdicts of its texts; or a translation that a provider or a person made; or a person’s ' +
    'review of a translation, which holds for whoever prints it.',
  'paper.state':
    'The current state of one paper: the best text of each language, why it is the best, and where it is printed. The topic ' +
    'is compacted: who reads it from the beginning knows every paper. A record without a value, a tombstone, says that ' +
    'nobody prints the paper any more.',
  'source.noticed':
    'Something about a source as a whole: a day that is missing, a field that vanished, a count that differs.',
};

const text = (description: string, more: Json = {}): Json => ({ type: 'string', description, ...more });

/** The attributes of CloudEvents 1.0.2 in the Kafka binding's binary mode. */
const HEADERS: Json = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_revision'],
  properties: {
    ce_specversion: text('Version of CloudEvents', { const: '1.0' }),
    ce_id: text('Follows from type, subject and revision: the same fact has the same id however often it is sent', {
      format: 'uuid',
    }),
    ce_type: text('With its version'),
    ce_source: text('The service that states it'),
    ce_subject: text('What it is about; revisions count per subject'),
    ce_time: text('When it was stated, UTC', { format: 'date-time' }),
    ce_dataschema: text('Where its JSON Schema is served by the api'),
    ce_revision: text('From 1; take a fact only if its revision is higher than what you hold', {
      pattern: '^[1-9][0-9]*$',
    }),
    ce_replayid: text('Set when a fact is repeated on purpose'),
    traceparent: text('W3C Trace Context'),
    'content-type': text('Of the value', { const: 'application/json' }),
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
      description:
        'Facts about bilingual arXiv digests, as CloudEvents in Kafka’s binary mode. Delivery is at least once, in order for ' +
        'each key of one topic; a duplicate has the same `ce_id`, and `ce_revision` says which of two facts about one subject ' +
        'is the newer. All times are UTC. Fields and values of enumerations may be added to a version; nothing is ever removed ' +
        'or changed but by a new version, on a topic of its own.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(types.map((type) => [channelName(type), channelOf(type)])),
    operations: Object.fromEntries(types.map((type) => [`send-${channelName(type)}`, operationOf(type)])),
    components: { messageTraits: { cloudEvent: { headers: HEADERS, contentType: 'application/json' } } },
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
    description: `${ABOUT[type]} What of it could not be processed is on ${deadLetterTopic(topic)}.`,
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
  const common = {
    traits: [{ $ref: '#/components/messageTraits/cloudEvent' }],
    bindings: { kafka: { key: text('What stays in one partition'), bindingVersion: BINDING } },
  };
  const state = {
    ...common,
    name: `${type}.v${version}`,
    title: type,
    summary: ABOUT[type],
    payload: eventSchema(type),
    examples: exampleRecords(type).map(({ name, headers, value }) => ({ name, headers, payload: value })),
  };
  if (type !== 'paper.state') return { fact: state };
  const gone = {
    ...common,
    name: `${type}.v${version}.gone`,
    title: 'tombstone',
    summary: 'Nobody prints the paper any more: a record without a value.',
    payload: { type: 'null' },
  };
  return { fact: state, gone };
}

function operationOf(type: EventType): Json {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${channelName(type)}` },
    summary: ABOUT[type],
    bindings: { kafka: { bindingVersion: BINDING } },
  };
}
