import { TOPICS } from '@diglot/contracts';
import type { Reader } from '@diglot/pipeline';

/** Folding a paper once for many of its entries is cheaper than once for each, so batches are large. */
export const TRANSLATED_READER: Reader = {
  consumer: 'diglot.indexer',
  topic: TOPICS.paperTranslated,
  events: 500,
  bytes: 8_000_000,
};

/** Search is a reader of its own, and an index takes many papers at once more cheaply than one by one. */
export const STATE_READER: Reader = {
  consumer: 'diglot.search',
  topic: TOPICS.paperState,
  events: 500,
  bytes: 8_000_000,
};

/** What the indexer reads. */
export const indexerReaders: readonly Reader[] = [TRANSLATED_READER, STATE_READER];
