import type { NoticeKind } from '@diglot/domain';
import { addUp, byFeed, type FeedDay, type FoundNotice, type SourceFacts } from '../source-days.ts';
import { findPeriods, toNotice, type PeriodRule } from './periods.ts';

type Counts = FeedDay['profile'];

/** A share of the blocks or texts of a day, and when it has jumped. The bars were set on the days of two public repositories. */
interface ShareRule {
  readonly kind: NoticeKind;
  readonly part: (profile: Counts) => number;
  readonly whole: (profile: Counts) => number;
  /** A day with fewer says nothing. */
  readonly fewest: number;
  readonly begins: (share: number, usual: number, part: number) => boolean;
  readonly goesOn: (share: number, usual: number) => boolean;
}

/** Either all blocks of a digest have a field or none has, so any bar between would do. */
const IS_GONE: Pick<ShareRule, 'fewest' | 'begins' | 'goesOn'> = {
  fewest: 3,
  begins: (share, usual) => usual >= 0.5 && share < usual * 0.2,
  goesOn: (share, usual) => share < usual * 0.5,
};

const VANISHED: ShareRule = {
  ...IS_GONE,
  kind: 'chinese-vanished',
  part: ({ chineseAbstracts }) => chineseAbstracts,
  whole: ({ entries }) => entries,
};

/** Of blocks whose abstract has Chinese: where all of it is gone, one notice is enough. */
const TITLES_VANISHED: ShareRule = {
  ...IS_GONE,
  kind: 'chinese-titles-vanished',
  part: ({ chineseTitles }) => chineseTitles,
  whole: ({ chineseAbstracts }) => chineseAbstracts,
};

const AUTHORS_VANISHED: ShareRule = {
  ...IS_GONE,
  kind: 'authors-vanished',
  part: ({ entries, withoutAuthors }) => entries - withoutAuthors,
  whole: ({ entries }) => entries,
};

/** A feed whose share was steady at 0.3 had 0.24 to 0.44 on single days; another had 0.00. */
const SHORTENED: ShareRule = {
  kind: 'chinese-shortened',
  part: ({ short }) => short,
  whole: ({ comparable }) => comparable,
  fewest: 30,
  begins: (share, usual) => share >= usual + 0.25 && share >= usual * 1.5,
  goesOn: (share, usual) => share >= usual + 0.15,
};

/** Ordinary days have 0 to 0.02, on average 0.004; those of a model that broke down had 0.03 to 0.09, once 0.02. */
const GARBLED: ShareRule = {
  kind: 'chinese-garbled',
  part: ({ garbled }) => garbled,
  whole: ({ chineseAbstracts }) => chineseAbstracts,
  fewest: 30,
  begins: (share, usual, part) => part >= 3 && share >= 0.03 && share >= usual * 4,
  goesOn: (share, usual) => share >= 0.012 && share >= usual * 2,
};

export const SHARE_RULES: readonly ShareRule[] = [VANISHED, TITLES_VANISHED, AUTHORS_VANISHED, SHORTENED, GARBLED];

/** Periods in which a share of what a feed prints has jumped. */
export function findShareJumps(facts: SourceFacts, rule: ShareRule): FoundNotice[] {
  const share = (profile: Counts) => rule.part(profile) / rule.whole(profile);
  const usualShare = (days: readonly FeedDay[]) => share(addUp(days.map(({ profile }) => profile)));
  const periodRule: PeriodRule<FeedDay> = {
    begins: ({ profile }, usual) => rule.begins(share(profile), usualShare(usual), rule.part(profile)),
    goesOn: ({ profile }, usual) => rule.goesOn(share(profile), usualShare(usual)),
  };
  return [...byFeed(facts.days)].flatMap(([about, days]) => {
    const telling = days.filter(({ profile }) => rule.whole(profile) >= rule.fewest);
    return findPeriods(telling, periodRule).map((period) => {
      const sum = addUp(period.days.map(({ profile }) => profile));
      return toNotice(about, period, {
        texts: rule.whole(sum),
        share: rounded(share(sum)),
        usualShare: rounded(usualShare(period.usual)),
      });
    });
  });
}

/** To a thousandth. */
function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
