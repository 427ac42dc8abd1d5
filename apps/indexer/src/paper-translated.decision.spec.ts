import type { ReviewGiven, TranslatedEntry, TranslationMade } from '@diglot/contracts';
import { parseArxivReference, sha256, type Judgement } from '@diglot/domain';
import { FOLD_VERSION, decidePaper, type Member, type StoredPaper } from './paper-translated.decision.ts';

const reference = parseArxivReference('2511.00001');
if (!reference) throw new Error('not an id');
const arxivId = reference.id;
const judged = (verdict: Judgement['verdict']): Judgement => ({ verdict, score: 50, issues: [], engine: '1' });

function printed(path: string, zh: string, verdict: Judgement['verdict']): Member {
  const fact: TranslatedEntry = {
    kind: 'entry',
    arxivId,
    entry: { source: 'lab', path, arxivId, ordinal: 1 },
    retracted: false,
    digest: { sha256: sha256(path), size: 1, date: null },
    paper: {
      version: null,
      title: { en: 'A Title', zh: '一个标题' },
      authors: [],
      link: 'https://arxiv.org/pdf/2511.00001',
      abstract: { en: 'One.', zh },
    },
    title: judged('accept'),
    abstract: judged(verdict),
  };
  return { subject: path, fact, statedOn: '2025-03-04' };
}

const made: TranslationMade = {
  kind: 'translation',
  arxivId,
  entry: null,
  retracted: false,
  genre: 'abstract',
  sourceHash: sha256('One.'),
  origin: 'provider',
  author: 'example/model@1',
  text: '机器译文。',
  judgement: judged('accept'),
};
const reviewed: ReviewGiven = {
  kind: 'review',
  arxivId,
  entry: null,
  retracted: false,
  genre: 'abstract',
  sourceHash: sha256('One.'),
  targetHash: sha256('坏译文。'),
  decision: 'accepted',
  text: null,
  reviewer: 'Ada',
  reason: null,
  reviewedAt: '2025-03-05T06:00:00.000Z',
  judgement: null,
};
const NEW: StoredPaper = { arxivId, revision: 0, hash: null, fold: FOLD_VERSION, contribution: null };

describe('decidePaper', () => {
  const bad = printed('a.md', '坏译文。', 'retranslate');
  const good = printed('b.md', '好译文。', 'accept');

  it('keeps the best text of all that print the paper', () => {
    expect(decidePaper(NEW, [bad, good])).toMatchObject({
      stored: { revision: 1 },
      state: { abstract: { zh: '好译文。' } },
    });
  });

  it('changes nothing when the set folds to what is stored, in whatever order it comes', () => {
    const stored = decidePaper(NEW, [bad, good])?.stored ?? NEW;
    expect(decidePaper(stored, [good, bad])).toBeNull();
  });

  it('takes a translation that was made for this very text', () => {
    expect(decidePaper(NEW, [bad, { subject: 'made', fact: made, statedOn: null }])?.state?.abstract).toMatchObject({
      zh: '机器译文。',
      origin: 'provider',
    });
  });

  it('sets what a person accepted above what the verifier does, and an edit above all', () => {
    const member = (fact: ReviewGiven): Member => ({ subject: 'review', fact, statedOn: '2025-03-05' });
    expect(decidePaper(NEW, [bad, good, member(reviewed)])?.state?.abstract).toMatchObject({
      zh: '坏译文。',
      verdict: 'accept',
      review: { decision: 'accepted', reviewer: 'Ada' },
    });
    const edited = member({ ...reviewed, decision: 'edited', text: '人的译文。' });
    expect(decidePaper(NEW, [bad, good, edited])).toMatchObject({
      state: { abstract: { zh: '人的译文。', origin: 'person', provenance: { author: 'Ada' } } },
      stored: { contribution: expect.arrayContaining([expect.objectContaining({ origin: 'Ada' })]) },
    });
  });

  it('counts no text for a review that is none', () => {
    const contribution = decidePaper(NEW, [bad])?.stored.contribution;
    const member: Member = { subject: 'review', fact: reviewed, statedOn: '2025-03-05' };
    expect(decidePaper(NEW, [bad, member])?.stored.contribution).toEqual(contribution);
  });

  it('has no state once nobody prints the paper, and says so once', () => {
    const stored = decidePaper(NEW, [bad])?.stored ?? NEW;
    const gone = decidePaper(stored, []);
    expect(gone).toMatchObject({ stored: { revision: 2 }, state: null });
    expect(decidePaper(gone?.stored ?? NEW, [])).toBeNull();
    expect(decidePaper(NEW, [])).toBeNull();
    expect(decidePaper(gone?.stored ?? NEW, [bad])).toMatchObject({ stored: { revision: 3 } });
  });

  it('counts a set anew that folds to the same state, without a new revision', () => {
    const stored = decidePaper(NEW, [good])?.stored ?? NEW;
    const uncounted = { ...stored, contribution: null };
    expect(decidePaper(uncounted, [good])).toMatchObject({ isNews: false, stored });
    expect(decidePaper({ ...stored, fold: 0 }, [good])).toMatchObject({ isNews: false, stored });
  });

  it('marks a paper of an earlier fold as folded, also when there is nothing to fold', () => {
    expect(decidePaper({ ...NEW, fold: 0 }, [])).toMatchObject({ isNews: false, stored: { ...NEW, contribution: [] } });
  });
});
