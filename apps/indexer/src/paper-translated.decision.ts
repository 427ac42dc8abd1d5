import type { PaperTranslated } from '@diglot/contracts';
import {
  foldPaper,
  sha256,
  type ArxivId,
  type Candidate,
  type Genre,
  type Occurrence,
  type PaperState,
  type Review,
  type Sha256,
} from '@diglot/domain';
import { statedSection } from '@diglot/formats';
import { contributionOf, type ContributionPart } from './paper-contribution.ts';

/** Rises when the fold or the contribution is made otherwise: papers of an earlier one are folded anew. */
export const FOLD_VERSION = 2;

/** A live member of a paper's set. */
export interface Member {
  readonly subject: string;
  readonly fact: PaperTranslated;
  /** UTC day of the fact; null where it was taken before days were kept. */
  readonly statedOn: string | null;
}

/** A paper as the indexer remembers it; zeros and nulls before it is first seen. */
export interface StoredPaper {
  readonly arxivId: ArxivId;
  readonly revision: number;
  readonly hash: Sha256 | null;
  readonly fold: number;
  readonly contribution: readonly ContributionPart[] | null;
}

/** What a paper comes to now. */
export interface PaperChange {
  readonly before: StoredPaper;
  readonly stored: StoredPaper;
  /** null: nobody prints it any more. */
  readonly state: PaperState | null;
  /** Whether the state is another one, and so has a new revision. */
  readonly isNews: boolean;
}

/** @returns null when the set folds to what is stored (I7) */
export function decidePaper(before: StoredPaper, members: readonly Member[]): PaperChange | null {
  const occurrences = members.flatMap(toOccurrence);
  const translations: Record<Genre, Candidate[]> = { title: [], abstract: [] };
  for (const { fact } of members) {
    if (fact.kind === 'translation') translations[fact.genre].push(toCandidate(fact));
  }
  const state = foldPaper(before.arxivId, occurrences, translations, members.flatMap(toReview));
  const hash = sha256(JSON.stringify(state));
  const unseen = before.hash === null && state === null;
  const isNews = !unseen && hash !== before.hash;
  const contribution = contributionOf(members);
  const isCounted = JSON.stringify(contribution) === JSON.stringify(before.contribution ?? []);
  if (!isNews && isCounted && before.fold === FOLD_VERSION) return null;
  const { arxivId } = before;
  const revision = before.revision + (isNews ? 1 : 0);
  const stored = { arxivId, revision, hash: isNews ? hash : before.hash, fold: FOLD_VERSION, contribution };
  return { before, stored, state, isNews };
}

function toOccurrence({ subject, fact }: Member): Occurrence[] {
  if (fact.kind !== 'entry' || !fact.paper) return [];
  const { entry, digest, paper: text, title, abstract } = fact;
  const { source, path } = entry;
  return [
    { subject, source, path, date: digest?.date ?? null, ...statedSection(path, digest ?? {}), text, title, abstract },
  ];
}

function toCandidate(fact: Extract<PaperTranslated, { kind: 'translation' }>): Candidate {
  const { sourceHash, text, origin, author, judgement } = fact;
  const provenance = { origin, author, source: null, path: null, date: null };
  return { sourceHash, text, hash: sha256(text), origin, date: null, provenance, judgement };
}

/** One that was taken back is no member any more. */
function toReview({ fact }: Member): Review[] {
  if (fact.kind !== 'review' || fact.decision === null) return [];
  const { genre, sourceHash, targetHash, decision, text, reviewer, reviewedAt, judgement } = fact;
  return [{ genre, sourceHash, targetHash, decision, text, reviewer, reviewedAt, judgement }];
}
