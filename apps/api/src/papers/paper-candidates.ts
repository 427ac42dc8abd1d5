import type { PaperTranslated } from '@diglot/contracts';
import { sha256, withReviews, type Candidate, type Genre, type Review } from '@diglot/domain';

/** A live member of a paper's set, as the indexer shows it. */
export interface PaperMember {
  readonly subject: string;
  readonly fact: PaperTranslated;
}

/** Every Chinese text of one kind that a paper's set holds, with what persons said of it. */
export function candidatesOf(genre: Genre, members: readonly PaperMember[]): Candidate[] {
  const given = members.flatMap(({ fact }) => givenBy(genre, fact));
  return withReviews(
    genre,
    given,
    members.flatMap(({ fact }) => reviewsOf(fact)),
  );
}

function givenBy(genre: Genre, fact: PaperTranslated): Candidate[] {
  if (fact.kind === 'review') return [];
  if (fact.kind === 'translation') {
    if (fact.genre !== genre) return [];
    const { sourceHash, text, origin, author, judgement } = fact;
    const provenance = { origin, author, source: null, path: null, date: null };
    return [{ sourceHash, text, hash: sha256(text), origin, date: null, provenance, judgement }];
  }
  const { en, zh } = fact.paper?.[genre] ?? { en: '', zh: null };
  if (zh === null) return [];
  const date = fact.digest?.date ?? null;
  const { source, path } = fact.entry;
  const provenance = { origin: 'digest', author: null, source, path, date } as const;
  const judgement = fact[genre];
  return [{ sourceHash: sha256(en), text: zh, hash: sha256(zh), origin: 'digest', date, provenance, judgement }];
}

function reviewsOf(fact: PaperTranslated): Review[] {
  if (fact.kind !== 'review' || fact.decision === null) return [];
  return [{ ...fact, decision: fact.decision }];
}
