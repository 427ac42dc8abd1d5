import type { TopicRecord } from '@diglot/contracts';

/** Loads the current states of some keys as records; every key that was ever announced has one. */
export type PointerLoader = (keys: readonly string[]) => Promise<ReadonlyMap<string, TopicRecord>>;
