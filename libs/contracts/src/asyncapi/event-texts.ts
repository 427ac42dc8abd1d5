import type { EventType } from '../events/event-types.ts';

/** What the document says of an event type besides its schema. */
export interface EventText {
  readonly about: string;
  /** Fields of the value whose texts make the record's key, in this order; what is in quotes stands for itself. */
  readonly key: readonly string[];
  /** The same of `ce_subject`; for a type of several kinds, by kind. */
  readonly subject: readonly string[] | Readonly<Record<string, readonly string[]>>;
}

const ENTRY = ['entry.source', 'entry.path', 'entry.arxivId', 'entry.ordinal'];

export const EVENT_TEXTS: Readonly<Record<EventType, EventText>> = {
  'digest.discovered': {
    about: 'What a path of a source holds now: a digest, by hash and size, or nothing any more.',
    key: ['source', 'path'],
    subject: ['source', 'path'],
  },
  'paper.parsed': {
    about: 'One block of one digest, with its whole text; or that its place prints it no more.',
    key: ['entry.arxivId'],
    subject: ENTRY,
  },
  'paper.translated': {
    about:
      'The same block with the verdicts of its texts; or a translation that a provider or a person made; or a person’s ' +
      'review of a translation, which holds for whoever prints it.',
    key: ['arxivId'],
    subject: {
      entry: ENTRY,
      translation: ['arxivId', 'genre', 'sourceHash', 'origin', 'author'],
      review: ['arxivId', 'genre', 'sourceHash', 'targetHash', '"review"'],
    },
  },
  'paper.state': {
    about:
      'The current state of one paper: the best text of each language, why it is the best, and where it is printed. The topic ' +
      'is compacted: who reads it from the beginning knows every paper. A record without a value, a tombstone, says that ' +
      'nobody prints the paper any more.',
    key: ['arxivId'],
    subject: ['arxivId'],
  },
  'source.noticed': {
    about: 'Something about a source as a whole: a day that is missing, a field that vanished, a count that differs.',
    key: ['source'],
    subject: ['source', 'kind', 'about', 'since'],
  },
};

/** How a name is made, as a sentence. */
export function saidName(parts: readonly string[] | Readonly<Record<string, readonly string[]>>): string {
  if (!isList(parts)) {
    const kinds = Object.entries(parts).map(([kind, named]) => `of \`kind\` \`${kind}\` ${saidName(named)}`);
    return kinds.join('; ');
  }
  const named = parts.map((part) => `\`${part.replaceAll('"', '')}\``).join(', ');
  return parts.length === 1 ? named : `${named}, joined by line feeds (U+000A), empty where it is null`;
}

function isList(parts: EventText['subject']): parts is readonly string[] {
  return Array.isArray(parts);
}
