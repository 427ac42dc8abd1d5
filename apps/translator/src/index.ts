import { TranslatorCreateTables1700000000301 } from './migrations/0001-translator.migration.ts';
import { TranslatorRemembersEntries1700000000302 } from './migrations/0002-re-verification.migration.ts';
import { TranslatorCountsFailures1700000000303 } from './migrations/0003-re-verification-failures.migration.ts';
import { TranslatorTakesReviews1700000000304 } from './migrations/0004-reviews.migration.ts';

export { HttpScorer, type HttpScorerOptions } from './judging/http-scorer.ts';
export { TranslatorModule } from './translator.module.ts';
export { translatorReaders } from './translator.readers.ts';

/** The migrations of the schema `translator`. */
export const translatorMigrations = [
  TranslatorCreateTables1700000000301,
  TranslatorRemembersEntries1700000000302,
  TranslatorCountsFailures1700000000303,
  TranslatorTakesReviews1700000000304,
];
