export { asyncApiDocument } from './asyncapi/asyncapi-document.ts';
export { eventSchemas } from './asyncapi/event-schema.ts';
export { decodeRecord } from './envelope/decode.ts';
export { encodeEvent, stateFact, statePaperGone, type FactStatement } from './envelope/encode.ts';
export type { Decoded, DiglotEvent, Headers, TopicRecord } from './envelope/envelope.ts';
export { traced } from './envelope/trace.ts';
export { conflictEventId, deadLetterEventId, factEventId, recordEventId } from './envelope/event-id.ts';
export { CONSUMERS, SERVICES } from './events/consumers.ts';
export {
  EVENT_CONTRACTS,
  TOPICS,
  deadLetterTopic,
  eventTypeOfTopic,
  type EventContract,
  type EventData,
  type EventType,
} from './events/event-types.ts';
export { issueSchema, judgementSchema } from './events/judgement.schemas.ts';
export { NOTICE_DETAILS, type DigestDiscovered, type PaperParsed, type SourceNoticed } from './events/fact.schemas.ts';
export { MAX_EVENT_BYTES, TOPIC_DEFINITIONS, topicSettings, type TopicDefinition } from './events/topic-definitions.ts';
export type { PaperTranslated, ReviewGiven, TranslatedEntry, TranslationMade } from './events/translated.schemas.ts';
