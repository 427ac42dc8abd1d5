import type { NoticeKind } from '@diglot/domain';
import { SHARE_RULES, findShareJumps } from './find/share-jumps.ts';
import { findLengthJumps } from './find/chinese-lengths.ts';
import { findIndexDifferences } from './find/index-claims.ts';
import { findMissingDays } from './find/missing-days.ts';
import { findRepeatedDays } from './find/repeated-days.ts';
import { findSidecarDifferences } from './find/sidecar-differences.ts';
import { findMissingSections, findVanishedPapers } from './find/sections.ts';
import type { FoundNotice, SourceFacts } from './source-days.ts';

export interface KindedNotice extends FoundNotice {
  readonly kind: NoticeKind;
}

const FINDERS: readonly (readonly [kind: NoticeKind, find: (facts: SourceFacts) => FoundNotice[]])[] = [
  ['days-missing', findMissingDays],
  ['section-missing', findMissingSections],
  ['papers-vanished', findVanishedPapers],
  ['day-repeated', findRepeatedDays],
  ...SHARE_RULES.map((rule) => [rule.kind, (facts: SourceFacts) => findShareJumps(facts, rule)] as const),
  ['chinese-length-changed', findLengthJumps],
  ['index-differs', findIndexDifferences],
  ['sidecar-differs', findSidecarDifferences],
];

/** Everything to notice about a source: a function of the set of its digests and of the day, of no order and no past. */
export function findNotices(facts: SourceFacts): KindedNotice[] {
  return FINDERS.flatMap(([kind, find]) => find(facts).map((notice) => ({ kind, ...notice })));
}
