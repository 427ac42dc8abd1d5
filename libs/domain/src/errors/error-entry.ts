/**
 * What may be done about an error; the class alone decides (docs/protocol.md, "Errors").
 * `Invalid` dead letter now · `Transient` retry with backoff · `Throttled` retry when told, not counted ·
 * `Unavailable` wait, nothing is marked · `Stale` success · `Bug` two attempts, then dead letter · `Fatal` exit.
 */
export const ERROR_CLASSES = ['Invalid', 'Transient', 'Throttled', 'Unavailable', 'Stale', 'Bug', 'Fatal'] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];

/** What a code or a kind means, and what a person can do about it: a sentence or two each. */
export interface Explanation {
  readonly meaning: string;
  readonly remedy: string;
}

/** In English, and in Chinese for who reads the page in Chinese. */
export interface Explained extends Explanation {
  readonly zh: Explanation;
}

export interface ErrorEntry extends Explained {
  readonly class: ErrorClass;
}

/** A part of the error table: what is wrong with things of one sort. */
export const errorFamily = <Code extends `DIGLOT_${string}`>(
  entries: Record<Code, ErrorEntry>,
): Record<Code, ErrorEntry> => entries;
