import { TOPICS } from '@diglot/contracts';
import type { Reader } from '@diglot/pipeline';

/** One digest per transaction: its bytes may be many, and the whole file is the unit of work. */
export const DIGEST_READER: Reader = {
  consumer: 'diglot.parser',
  topic: TOPICS.digestDiscovered,
  events: 1,
  bytes: 1_000_000,
};

/** What the parser reads. */
export const parserReaders: readonly Reader[] = [DIGEST_READER];
