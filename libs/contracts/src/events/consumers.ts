import { TOPICS } from './event-types.ts';

/** The services that take part in the way of a paper; each is a process of its own in the stack profile. */
export const SERVICES: readonly string[] = ['watcher', 'parser', 'translator', 'indexer'];

/**
 * Who reads which topic: announced work is in flight until each of them has settled it. Services import none of each other,
 * so what all of them together read stands here; a test compares it with what they do.
 */
export const CONSUMERS: readonly { readonly consumer: string; readonly topic: string }[] = [
  { consumer: 'diglot.parser', topic: TOPICS.digestDiscovered },
  { consumer: 'diglot.translator', topic: TOPICS.paperParsed },
  { consumer: 'diglot.indexer', topic: TOPICS.paperTranslated },
  { consumer: 'diglot.search', topic: TOPICS.paperState },
];
