import { addUp, byFeed, type FeedDay, type FoundNotice, type SourceFacts } from '../source-days.ts';
import { findPeriods, toNotice, type PeriodRule } from './periods.ts';

type Counts = FeedDay['profile'];

/** A day with fewer whole abstracts says nothing: their mean is then known to 2 %, at best. */
const FEWEST_TEXTS = 30;
/**
 * How far the mean of a day lies from what is usual. On 203 days of two public repositories, of three models and one that
 * broke down, it never lay more than 5 % away: lengths are what changes least.
 */
const BEGINS = 0.12;
const GOES_ON = 0.06;

/**
 * Periods in which the whole Chinese abstracts of a feed are shorter or longer than is usual. Those that are only a title are
 * no part of it; see `chinese-shortened`.
 */
export function findLengthJumps({ days }: SourceFacts): FoundNotice[] {
  return [...byFeed(days)].flatMap(([about, feed]) => {
    const telling = feed.filter(({ profile }) => wholeTexts(profile) >= FEWEST_TEXTS);
    return findPeriods(telling, RULE).map((period) => {
      const sum = addUp(period.days.map(({ profile }) => profile));
      return toNotice(about, period, {
        texts: wholeTexts(sum),
        ratio: rounded(ratioOf(sum)),
        usualRatio: rounded(usualRatio(period.usual)),
      });
    });
  });
}

const RULE: PeriodRule<FeedDay> = {
  begins: (day, usual) => distance(day, usual) >= BEGINS,
  goesOn: (day, usual) => distance(day, usual) >= GOES_ON,
};

function distance({ profile }: FeedDay, usual: readonly FeedDay[]): number {
  return Math.abs(ratioOf(profile) / usualRatio(usual) - 1);
}

/** The median of the days, so that one odd day among them moves nothing. */
function usualRatio(days: readonly FeedDay[]): number {
  const ratios = days.map(({ profile }) => ratioOf(profile)).toSorted((a, b) => a - b);
  const [below = Number.NaN, above = below] = [ratios[(ratios.length - 1) >> 1], ratios[ratios.length >> 1]];
  return (below + above) / 2;
}

/** Chinese characters for an English word. */
function ratioOf({ han, words }: Counts): number {
  return han / words;
}

function wholeTexts({ comparable, short }: Counts): number {
  return comparable - short;
}

/** To a hundredth. */
function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
