import type { SourceNoticed } from '@diglot/contracts';
import { noticeSubject } from '@diglot/domain';
import type { KindedNotice } from './find-notices.ts';

/** A notice as it was stated last. */
export interface StoredNotice {
  readonly revision: number;
  readonly fact: SourceNoticed;
}

/**
 * What to state now. What is noticed as before is not stated again; what is noticed no more is retracted, which is a
 * revision too.
 */
export function decideNotices(
  source: string,
  found: readonly KindedNotice[],
  stored: readonly StoredNotice[],
): StoredNotice[] {
  const known = new Map(stored.map((notice) => [noticeSubject(notice.fact), notice]));
  const facts = found.map(({ figures, details, ...notice }): SourceNoticed => ({
    ...notice,
    source,
    figures: { ...figures },
    details: [...details],
    retracted: false,
  }));
  const holding = new Set(facts.map(noticeSubject));
  const retractions = stored
    .filter(({ fact }) => !fact.retracted && !holding.has(noticeSubject(fact)))
    .map(({ fact }): SourceNoticed => ({ ...fact, retracted: true, figures: {}, details: [] }));
  return [...facts, ...retractions]
    .filter((fact) => canonical(fact) !== canonical(known.get(noticeSubject(fact))?.fact ?? null))
    .map((fact) => ({ fact, revision: (known.get(noticeSubject(fact))?.revision ?? 0) + 1 }));
}

/** Whatever the order of its figures. */
function canonical(fact: SourceNoticed | null): string {
  if (fact === null) return '';
  const { kind, about, since, until, retracted, figures, details } = fact;
  return JSON.stringify([
    kind,
    about,
    since,
    until,
    retracted,
    Object.entries(figures).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    details,
  ]);
}
