import type { z } from 'zod';
import { entrySubject, noticeSubject, placementSubject, type PaperState } from '@diglot/domain';
import {
  digestDiscoveredSchema,
  paperParsedSchema,
  sourceNoticedSchema,
  type DigestDiscovered,
  type PaperParsed,
  type SourceNoticed,
} from './fact.schemas.ts';
import { paperStateSchema } from './state.schemas.ts';
import { paperTranslatedSchema, type PaperTranslated } from './translated.schemas.ts';

/** What each event carries; `paper.state` is null on a tombstone. */
export interface EventData {
  'digest.discovered': DigestDiscovered;
  'paper.parsed': PaperParsed;
  'paper.translated': PaperTranslated;
  'paper.state': PaperState | null;
  'source.noticed': SourceNoticed;
}
export type EventType = keyof EventData;

/** The contract of one event type. A breaking change is a new version, and so a new topic. */
export interface EventContract<T extends EventType> {
  readonly type: T;
  readonly version: number;
  readonly topic: string;
  /** `ce_source`: the service that states this fact. */
  readonly source: string;
  /** `ce_dataschema`. */
  readonly dataSchema: string;
  readonly schema: z.ZodType<Exclude<EventData[T], null>, unknown>;
  /** The fact's subject: revisions count per subject. */
  readonly subject: (data: Exclude<EventData[T], null>) => string;
  /** The record's key: what must stay in one partition. */
  readonly key: (data: Exclude<EventData[T], null>) => string;
}

function contract<T extends EventType>(
  type: T,
  service: string,
  schema: EventContract<T>['schema'],
  names: Pick<EventContract<T>, 'subject' | 'key'>,
): EventContract<T> {
  const version = 1;
  const topic = `arxiv.${type}.v${version}`;
  return {
    type,
    version,
    topic,
    source: `/diglot/${service}`,
    dataSchema: `/schemas/${type}.v${version}.json`,
    schema,
    ...names,
  };
}

/** Every event type with its current version. */
export const EVENT_CONTRACTS: { readonly [T in EventType]: EventContract<T> } = {
  'digest.discovered': contract('digest.discovered', 'watcher', digestDiscoveredSchema, {
    subject: placementSubject,
    key: placementSubject,
  }),
  'paper.parsed': contract('paper.parsed', 'parser', paperParsedSchema, {
    subject: ({ entry }) => entrySubject(entry),
    key: ({ entry }) => entry.arxivId,
  }),
  'paper.translated': contract('paper.translated', 'translator', paperTranslatedSchema, {
    subject: translatedSubject,
    key: ({ arxivId }) => arxivId,
  }),
  'paper.state': contract('paper.state', 'indexer', paperStateSchema, {
    subject: ({ arxivId }) => arxivId,
    key: ({ arxivId }) => arxivId,
  }),
  'source.noticed': contract('source.noticed', 'parser', sourceNoticedSchema, {
    subject: noticeSubject,
    key: ({ source }) => source,
  }),
};

/** The topic of each event type. */
export const TOPICS = {
  digestDiscovered: EVENT_CONTRACTS['digest.discovered'].topic,
  paperParsed: EVENT_CONTRACTS['paper.parsed'].topic,
  paperTranslated: EVENT_CONTRACTS['paper.translated'].topic,
  paperState: EVENT_CONTRACTS['paper.state'].topic,
  sourceNoticed: EVENT_CONTRACTS['source.noticed'].topic,
} as const;

const BY_TOPIC = new Map<string, EventType>(
  Object.values(EVENT_CONTRACTS).map(({ topic, type }) => [topic, type] as const),
);

/** @returns null when no event type of ours has this topic */
export function eventTypeOfTopic(topic: string): EventType | null {
  return BY_TOPIC.get(topic) ?? null;
}

/** Where an event of a topic goes when it cannot be processed. */
export function deadLetterTopic(topic: string): string {
  return `${topic}.dlq`;
}

function translatedSubject(data: PaperTranslated): string {
  if (data.kind === 'entry') return entrySubject(data.entry);
  // One of each pair, whoever gives it: a later review takes the place of the earlier one.
  if (data.kind === 'review') return [data.arxivId, data.genre, data.sourceHash, data.targetHash, 'review'].join('\n');
  return [data.arxivId, data.genre, data.sourceHash, data.origin, data.author].join('\n');
}
