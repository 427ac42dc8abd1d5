import type { DigestDiscovered } from '@diglot/contracts';
import { sha256, type CalendarDate } from '@diglot/domain';
import { runSteps } from '@diglot/formats';
import { decideEntries, isRestated, type StoredEntry } from './digest-discovered.decision.ts';
import { readContent, type Content } from './read-content.ts';

const block = (id: string, abstract: string): string =>
  `# A Title \n\n**Authors**: A. Author  \n\n**Link**: [PDF](https://arxiv.org/pdf/${id})  \n\n**Abstract**: ${abstract} \n\n---\n`;
const file = (text: string): Content => runSteps(readContent(Buffer.from(text), 'a.md'));
const placement: DigestDiscovered = { source: 'lab', path: 'a.md', sha256: sha256('bytes'), size: 5, date: null };
const emptied: DigestDiscovered = { ...placement, sha256: null, size: null };

/** Applies changes to what is stored, as the repository does. */
function apply(stored: readonly StoredEntry[], text: string | null): { stored: StoredEntry[]; changes: string[] } {
  const changes = decideEntries(text === null ? emptied : placement, text === null ? null : file(text), stored);
  const next = new Map(stored.map((entry) => [`${entry.arxivId} ${entry.ordinal}`, entry]));
  for (const { stored: entry } of changes) next.set(`${entry.arxivId} ${entry.ordinal}`, entry);
  const describe = ({ stored: { arxivId, ordinal, revision }, fact }: (typeof changes)[number]): string =>
    `${arxivId}#${ordinal} r${revision} ${fact.retracted ? 'retracted' : fact.paper?.abstract.en}`;
  return { stored: [...next.values()], changes: changes.map(describe) };
}

const A = block('2511.00001', 'One.');
const B = block('2511.00001', 'Two.');
const OTHER = block('2511.00002', 'Other.');

describe('isRestated', () => {
  const knowledge = { date: null, category: 'AI', topic: null };
  const stated = { ...placement, ...knowledge };
  const taken = { revision: 1, sha256: placement.sha256, knowledge };

  it('is what says another day, category or topic than the entries were given', () => {
    expect(isRestated(taken, stated, 2)).toBe(false);
    expect(isRestated(taken, { ...stated, date: '2025-03-04' as CalendarDate }, 2)).toBe(true);
    expect(isRestated(taken, { ...stated, category: 'cs.AI' }, 2)).toBe(true);
    expect(isRestated(taken, { ...stated, topic: 'LLM' }, 2)).toBe(true);
    // Also where the bytes are others by now: what of them is unchanged carries it too.
    expect(isRestated(taken, { ...stated, category: null, sha256: sha256('others') }, 3)).toBe(true);
  });

  it('is no event from before sections were stated, unless the usual layouts say another one', () => {
    const usual = { ...placement, path: '4-Mar-2025/AI/README.md' };
    expect(isRestated(taken, usual, 2)).toBe(false);
    expect(isRestated({ ...taken, knowledge: { ...knowledge, category: 'cs.AI' } }, usual, 2)).toBe(true);
  });

  it('knows of a digest taken before this was kept that the usual layouts held', () => {
    const old = { ...taken, knowledge: null };
    const usual = { ...placement, path: '4-Mar-2025/AI/README.md', category: 'AI', topic: null };
    expect(isRestated(old, usual, 1)).toBe(false);
    expect(isRestated(old, { ...usual, category: 'cs.AI' }, 1)).toBe(true);
    expect(isRestated(old, usual, 2)).toBe(true); // the same bytes again: its day may be another one
  });
});

describe('decideEntries', () => {
  it('announces what is new, at revision 1', () => {
    expect(apply([], A + OTHER).changes).toEqual(['2511.00001#1 r1 One.', '2511.00002#1 r1 Other.']);
  });

  it('announces only what a rewrite changed', () => {
    const first = apply([], A + OTHER);
    expect(apply(first.stored, B + OTHER).changes).toEqual(['2511.00001#1 r2 Two.']);
    expect(apply(first.stored, OTHER + A).changes).toEqual([]);
  });

  it('announces all that a digest prints whose day is another one now', () => {
    const { stored } = apply([], A + OTHER);
    const later = { ...placement, date: '2025-03-04' as CalendarDate };
    const changes = decideEntries(later, file(A + OTHER), stored, true);
    expect(changes.map(({ fact: { digest } }) => digest?.date)).toEqual(['2025-03-04', '2025-03-04']);
    expect(changes.map(({ stored: { revision } }) => revision)).toEqual([2, 2]);
  });

  it('gives every entry the section that the event states', () => {
    const sections = (changes: Partial<DigestDiscovered>) =>
      decideEntries({ ...placement, path: '4-Mar-2025/AI/README.md', ...changes }, file(A), []).map(
        ({ fact: { digest } }) => [digest?.category, digest?.topic],
      );
    expect(sections({ category: null, topic: 'Agents' })).toEqual([[null, 'Agents']]);
    expect(sections({})).toEqual([['AI', null]]);
  });

  it('takes A → B → A for three revisions', () => {
    const first = apply([], A);
    const second = apply(first.stored, B);
    expect(apply(second.stored, A).changes).toEqual(['2511.00001#1 r3 One.']);
  });

  it('retracts what is gone, and a return is a further revision', () => {
    const first = apply([], A + OTHER);
    const second = apply(first.stored, OTHER);
    expect(second.changes).toEqual(['2511.00001#1 r2 retracted']);
    expect(apply(second.stored, OTHER).changes).toEqual([]);
    expect(apply(second.stored, A + OTHER).changes).toEqual(['2511.00001#1 r3 One.']);
  });

  it('retracts everything when the placement is emptied, and a return announces all of it', () => {
    const first = apply([], A + OTHER);
    const second = apply(first.stored, null);
    expect(second.changes).toEqual(['2511.00001#1 r2 retracted', '2511.00002#1 r2 retracted']);
    expect(apply(second.stored, A).changes).toEqual(['2511.00001#1 r3 One.']);
  });

  it('keeps a paper that stands twice in one file as two entries', () => {
    const first = apply([], A + B);
    expect(first.changes).toEqual(['2511.00001#1 r1 One.', '2511.00001#2 r1 Two.']);
    expect(apply(first.stored, A).changes).toEqual(['2511.00001#2 r2 retracted']);
  });
});
