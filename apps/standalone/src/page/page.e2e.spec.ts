import { leaveOut } from '@diglot/testing';
import { chromiumIsThere } from '../testing/page-browser.ts';
import { describeArrivals } from './arrivals.checks.ts';
import { describeCloseReading } from './close-reading.checks.ts';
import { describeEverybody } from './everybody.checks.ts';
import { describeHostileText } from './hostile-text.checks.ts';
import { describeOperating } from './operating.checks.ts';
import { PageUnderTest } from './page-under-test.ts';
import { describeQuality } from './quality.checks.ts';
import { describeReading } from './reading.checks.ts';
import { describeRetrying } from './retrying.checks.ts';
import { describeReviewing } from './reviewing.checks.ts';
import { describeSources } from './sources.checks.ts';
import { describeWeight } from './weight.checks.ts';

const withChromium = chromiumIsThere || !leaveOut('the page in a browser: there is no chromium');

/** One pipeline and one browser for all of it: starting them costs more than most of the tests. */
(withChromium ? describe : describe.skip)('the page over a running pipeline', () => {
  let page: PageUnderTest;

  beforeAll(async () => {
    page = await PageUnderTest.start();
  });
  afterAll(() => page.stop());
  beforeEach(() => {
    page.browser.complaints = [];
  });

  // In this order: the first ones bring the digests that the others look at.
  describeArrivals(() => page);
  describeReading(() => page);
  describeCloseReading(() => page);
  describeHostileText(() => page);
  describeEverybody(() => page);
  describeQuality(() => page);
  describeWeight(() => page);
  // Last, for they change what is stored.
  describeReviewing(() => page);
  describeOperating(() => page);
  describeRetrying(() => page);
  describeSources(() => page);
});
