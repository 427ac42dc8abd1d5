import { TOPICS } from '@diglot/contracts';
import type { Reader } from '@diglot/pipeline';
import { JUDGING_THREAD_COUNT } from './judging/judging-threads.ts';

/** Verifying is most of the work of a batch, so it stays small enough to commit often. */
export const PARSED_READER: Reader = {
  consumer: 'diglot.translator',
  topic: TOPICS.paperParsed,
  events: 100,
  bytes: 2_000_000,
  // One for each thread that judges, and the next ones at hand.
  preparedAtOnce: 8 * JUDGING_THREAD_COUNT,
};

/** What the translator reads. */
export const translatorReaders: readonly Reader[] = [PARSED_READER];
