import type { PaperParsed } from '@diglot/contracts';
import { parseArxivReference, sha256, type Judgement } from '@diglot/domain';
import { decideEntry, type StoredEntry } from './paper-parsed.decision.ts';

const reference = parseArxivReference('2511.00001');
if (!reference) throw new Error('not an id');
const entry = { source: 'lab', path: 'a.md', arxivId: reference.id, ordinal: 1 };
const parsed: PaperParsed = {
  entry,
  retracted: false,
  digest: { sha256: sha256('bytes'), size: 5, date: null },
  line: 1,
  paper: {
    version: null,
    title: { en: 'A Title', zh: '一个标题' },
    authors: [],
    link: 'https://arxiv.org/pdf/2511.00001',
    abstract: { en: 'One.', zh: '一。' },
  },
};
const gone: PaperParsed = { entry, retracted: true, digest: null, line: null, paper: null };
const good: Judgement = { verdict: 'accept', score: 100, issues: [], engine: '1' };
const judged = { title: good, abstract: good };
const NOTHING: StoredEntry = { parsedRevision: 0, revision: 0, hash: null };
const event = (revision: number, replayId: string | null = null) => ({ revision, replayId });

describe('decideEntry', () => {
  const first = decideEntry(parsed, event(1), judged, NOTHING);

  it('announces an entry with its verdicts', () => {
    expect(first).toMatchObject({ stored: { parsedRevision: 1, revision: 1 }, fact: { kind: 'entry', title: good } });
  });

  it('takes an older revision, and the same again, for stale', () => {
    const stored = first?.stored ?? NOTHING;
    expect(decideEntry(parsed, event(1), judged, stored)).toBeNull();
    expect(decideEntry(parsed, event(1), judged, { ...stored, parsedRevision: 2 })).toBeNull();
  });

  it('announces nothing when a new revision says the same', () => {
    const stored = first?.stored ?? NOTHING;
    expect(decideEntry(parsed, event(3), judged, stored)).toEqual({
      stored: { ...stored, parsedRevision: 3 },
      fact: null,
    });
  });

  it('announces other verdicts as a revision of its own, also when it is told the same again', () => {
    const stored = first?.stored ?? NOTHING;
    const flagged = { ...judged, abstract: { ...good, verdict: 'flag' as const } };
    expect(decideEntry(parsed, event(1, 'replay'), flagged, stored)).toMatchObject({
      stored: { parsedRevision: 1, revision: 2 },
    });
    expect(decideEntry(parsed, event(1, 'replay'), judged, stored)).toMatchObject({ fact: null });
  });

  it('passes a retraction on', () => {
    const nothing = { title: null, abstract: null };
    expect(decideEntry(gone, event(2), nothing, first?.stored ?? NOTHING)).toMatchObject({
      stored: { parsedRevision: 2, revision: 2 },
      fact: { retracted: true, paper: null },
    });
  });
});
