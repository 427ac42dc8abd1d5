import fc from 'fast-check';
import type { ArxivId } from '../identity/arxiv-id.ts';
import type { CalendarDate } from '../identity/calendar-date.ts';
import { sha256 } from '../identity/text-hash.ts';
import { compareCandidates, foldPaper } from './fold.ts';
import type { Verdict } from './issue.ts';
import type { Judgement, Occurrence } from './paper.ts';
import { unfitText, type Review, type ReviewDecision } from './review.ts';
import { withReviews } from './reviewed-candidates.ts';

const ID = '2503.01715' as ArxivId;
const EN = 'We train a model.';
const GOOD = '我们训练了一个模型。';
const BAD = '我们训练模型';
const OWN = '我们训练了一种模型。';

const judged = (verdict: Verdict, score = 90): Judgement => ({ verdict, score, issues: [], engine: '1' });

function occurrence(subject: string, zh: string, verdict: Verdict, en = EN): Occurrence {
  const text = { version: null, title: { en: 'A title', zh: null }, authors: [], link: '', abstract: { en, zh } };
  return {
    subject,
    source: 'lab',
    path: subject,
    date: '2025-03-04' as CalendarDate,
    category: null,
    topic: null,
    text,
    title: null,
    abstract: judged(verdict),
  };
}

function review(zh: string, decision: ReviewDecision, more: Partial<Review> = {}): Review {
  return {
    genre: 'abstract',
    sourceHash: sha256(EN),
    targetHash: sha256(zh),
    decision,
    text: decision === 'edited' ? OWN : null,
    reviewer: 'Ada',
    reviewedAt: '2025-03-05T06:00:00.000Z',
    judgement: null,
    ...more,
  };
}

const fold = (occurrences: readonly Occurrence[], reviews: readonly Review[]) =>
  foldPaper(ID, occurrences, { title: [], abstract: [] }, reviews)?.abstract;

const good = occurrence('a.md', GOOD, 'accept');
const bad = occurrence('b.md', BAD, 'retranslate');

describe('a review', () => {
  it('that accepts a text sets it above every verdict, and the text counts as accepted', () => {
    expect(fold([good, bad], [review(BAD, 'accepted')])).toMatchObject({
      zh: BAD,
      verdict: 'accept',
      status: 'accepted',
      origin: 'digest',
      review: { decision: 'accepted', reviewer: 'Ada', reviewedAt: '2025-03-05T06:00:00.000Z' },
    });
  });

  it('that rejects a text sets it behind every other, whatever the verifier says', () => {
    const other = fold([good, bad], [review(GOOD, 'rejected')]);
    expect(other).toMatchObject({ zh: BAD, verdict: 'retranslate' });
    expect(other).not.toHaveProperty('review');
  });

  it('that rejects the only text leaves it in sight, marked, and never accepted', () => {
    expect(fold([good], [review(GOOD, 'rejected')])).toMatchObject({
      zh: GOOD,
      verdict: 'retranslate',
      status: 'needs-review',
      review: { decision: 'rejected' },
    });
  });

  it('that edits a text puts the person’s in its place, above what others accepted, whatever the verifier finds in it', () => {
    const reviews = [review(BAD, 'edited', { judgement: judged('retranslate', 3) }), review(GOOD, 'accepted')];
    expect(fold([good, bad], reviews)).toMatchObject({
      zh: OWN,
      verdict: 'accept',
      score: 3,
      status: 'accepted',
      origin: 'person',
      provenance: { origin: 'person', author: 'Ada', source: null },
      review: { decision: 'edited' },
    });
  });

  it('holds for everyone who prints the same pair, and for no other English', () => {
    const twice = [occurrence('a.md', BAD, 'flag'), occurrence('b.md', BAD, 'flag')];
    expect(fold(twice, [review(BAD, 'accepted')])?.status).toBe('accepted');
    const elsewhere = review(BAD, 'accepted', { sourceHash: sha256('Another text.') });
    expect(fold(twice, [elsewhere])).not.toHaveProperty('review');
    expect(fold(twice, [{ ...elsewhere, decision: 'edited', text: OWN }])?.zh).toBe(BAD);
  });

  it('of a title says nothing of an abstract', () => {
    expect(fold([good], [review(GOOD, 'rejected', { genre: 'title' })])).toMatchObject({ status: 'accepted' });
  });

  it('can be of a text that a person wrote', () => {
    const reviews = [review(BAD, 'edited'), review(OWN, 'rejected', { reviewer: 'Bo' })];
    expect(fold([bad], reviews)).toMatchObject({ zh: BAD, origin: 'digest', status: 'needs-review' });
  });

  it('of two persons’ texts shows the newer one', () => {
    const later = review(GOOD, 'edited', { text: '较新的译文。', reviewedAt: '2025-03-06T00:00:00.000Z' });
    for (const reviews of [
      [review(BAD, 'edited'), later],
      [later, review(BAD, 'edited')],
    ]) {
      expect(fold([good, bad], reviews)?.zh).toBe('较新的译文。');
    }
  });

  it('changes nothing of a paper that nobody prints', () => {
    expect(foldPaper(ID, [], { title: [], abstract: [] }, [review(BAD, 'edited')])).toBeNull();
  });

  it('is taken in any order with others', () => {
    const decisions = fc.constantFrom<ReviewDecision>('accepted', 'rejected', 'edited');
    const texts = [GOOD, BAD, OWN];
    const set = fc.uniqueArray(
      fc.record({ zh: fc.constantFrom(...texts), decision: decisions, day: fc.integer({ min: 1, max: 3 }) }),
      { selector: ({ zh }) => zh },
    );
    const property = fc.property(
      set.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        const toReviews = (all: typeof list): Review[] =>
          all.map(({ zh, decision, day }) => review(zh, decision, { reviewedAt: `2025-03-0${day}T00:00:00.000Z` }));
        expect(fold([bad, good], toReviews(shuffled))).toEqual(fold([good, bad], toReviews(list)));
      },
    );
    fc.assert(property);
  });
});

it('an order of candidates with reviews has no ties but of equal texts', () => {
  const candidates = withReviews('abstract', [], [review(GOOD, 'edited'), review(BAD, 'edited', { text: '另一个。' })]);
  const [a, b] = candidates;
  if (!a || !b) throw new Error('two texts were written');
  expect(compareCandidates(a, b)).toBe(-compareCandidates(b, a));
  expect(compareCandidates(a, b)).not.toBe(0);
});

describe('unfitText', () => {
  it.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['A model.', 'no-chinese'],
    ['モデル', 'no-chinese'],
    [BAD, 'unchanged'],
    [GOOD, null],
  ])('of %j is %j', (text, expected) => {
    expect(unfitText(text, BAD)).toBe(expected);
  });
});
