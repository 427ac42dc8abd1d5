import { ParserCreateTables1700000000201 } from './migrations/0001-parser.migration.ts';
import { ParserNoticesDrift1700000000202 } from './migrations/0002-notices.migration.ts';
import { ParserKeepsStatedKnowledge1700000000203 } from './migrations/0003-stated-knowledge.migration.ts';
import { ParserComparesSidecars1700000000204 } from './migrations/0004-sidecars.migration.ts';
import { ParserRefillsProfiles1700000000205 } from './migrations/0005-profiled.migration.ts';

export { findNotices, type KindedNotice } from './notices/find-notices.ts';
export type { IndexClaim, SectionDay, SidecarFacts, SourceFacts } from './notices/source-days.ts';
export { feedOf } from './profile/feed-of.ts';
export { profileEntries } from './profile/profile-entries.ts';
export { compareSidecar } from './sidecars/compare-sidecar.ts';
export { isSidecar, Twins } from './sidecars/twin-of.ts';
export { ParserModule } from './parser.module.ts';
export { parserReaders } from './parser.readers.ts';

/** The migrations of the schema `parser`. */
export const parserMigrations = [
  ParserCreateTables1700000000201,
  ParserNoticesDrift1700000000202,
  ParserKeepsStatedKnowledge1700000000203,
  ParserComparesSidecars1700000000204,
  ParserRefillsProfiles1700000000205,
];
