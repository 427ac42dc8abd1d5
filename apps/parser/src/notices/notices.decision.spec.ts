import type { CalendarDate } from '@diglot/domain';
import type { KindedNotice } from './find-notices.ts';
import { decideNotices, type StoredNotice } from './notices.decision.ts';

const MISSING: KindedNotice = {
  kind: 'days-missing',
  about: '',
  since: '2025-06-10' as CalendarDate,
  until: '2025-06-10' as CalendarDate,
  figures: { days: 1, other: 2 },
  details: [],
};
const OTHER: KindedNotice = { ...MISSING, since: '2025-06-20' as CalendarDate };

/** Decides, and stores as the repository does. */
function apply(stored: readonly StoredNotice[], found: readonly KindedNotice[]) {
  const changes = decideNotices('lab', found, stored);
  const next = new Map(stored.map((notice) => [notice.fact.since, notice]));
  for (const change of changes) next.set(change.fact.since, change);
  const said = changes.map(({ revision, fact }) => `${fact.since} r${revision}${fact.retracted ? ' retracted' : ''}`);
  return { stored: [...next.values()], said };
}

describe('decideNotices', () => {
  it('states what is new, once', () => {
    const first = apply([], [MISSING, OTHER]);
    expect(first.said).toEqual(['2025-06-10 r1', '2025-06-20 r1']);
    expect(apply(first.stored, [OTHER, MISSING]).said).toEqual([]);
  });

  it('does not mind the order in which a store gives figures back', () => {
    const { stored } = apply([], [MISSING]);
    expect(apply(stored, [{ ...MISSING, figures: { other: 2, days: 1 } }]).said).toEqual([]);
  });

  it('states a change as the next revision', () => {
    const { stored } = apply([], [MISSING]);
    const longer = { ...MISSING, until: '2025-06-11' as CalendarDate, figures: { days: 2, other: 2 } };
    expect(apply(stored, [longer]).said).toEqual(['2025-06-10 r2']);
  });

  it('retracts what no longer holds, once, and goes on counting when it holds again', () => {
    const first = apply([], [MISSING, OTHER]);
    const second = apply(first.stored, [OTHER]);
    expect(second.said).toEqual(['2025-06-10 r2 retracted']);
    expect(apply(second.stored, [OTHER]).said).toEqual([]);
    expect(apply(second.stored, [OTHER, MISSING]).said).toEqual(['2025-06-10 r3']);
  });

  it('a retraction has no figures', () => {
    const { stored } = apply([], [MISSING]);
    expect(decideNotices('lab', [], stored)).toEqual([
      { revision: 2, fact: { ...MISSING, source: 'lab', retracted: true, figures: {}, details: [] } },
    ]);
  });
});
