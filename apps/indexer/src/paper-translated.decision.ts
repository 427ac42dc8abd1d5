import type { PaperTranslated } from '@diglot/contracts';
import {
  foldPaper,
  sha256,
  type ArxivId,
  type Candidate,
  type Genre,
  type Occurrence,
  type PaperState,
  type Sha256,
} from '@diglot/domain';
import { digestSectionFromPath } from '@diglot/formats';

/** A live member of a paper's set. */
export interface Member {
  readonly subject: string;
  readonly fact: PaperTranslated;
}

/** A paper as the indexer remembers it; zero and null before it is first seen. */
export interface StoredPaper {
  readonly arxivId: ArxivId;
  readonly revision: number;
  readonly hash: Sha256 | null;
}

/** The new state of a paper whose fold has changed. */
export interface PaperChange {
  readonly stored: StoredPaper;
  /** null: nobody prints it any more. */
  readonly state: PaperState | null;
}

/** @returns null when the set folds to the state that is stored (I7) */
export function decidePaper(stored: StoredPaper, members: readonly Member[]): PaperChange | null {
  const occurrences = members.flatMap(toOccurrence);
  const translations: Record<Genre, Candidate[]> = { title: [], abstract: [] };
  for (const { fact } of members) {
    if (fact.kind === 'translation') translations[fact.genre].push(toCandidate(fact));
  }
  const state = foldPaper(stored.arxivId, occurrences, translations);
  const hash = sha256(JSON.stringify(state));
  const unseen = stored.hash === null && state === null;
  if (unseen || hash === stored.hash) return null;
  return { stored: { arxivId: stored.arxivId, revision: stored.revision + 1, hash }, state };
}

function toOccurrence({ subject, fact }: Member): Occurrence[] {
  if (fact.kind !== 'entry' || !fact.paper) return [];
  const { entry, digest, paper: text, title, abstract } = fact;
  const { source, path } = entry;
  return [{ subject, source, path, date: digest?.date ?? null, ...sectionOf(path), text, title, abstract }];
}

function toCandidate(fact: Extract<PaperTranslated, { kind: 'translation' }>): Candidate {
  const { sourceHash, text, origin, author, judgement } = fact;
  const provenance = { origin, author, source: null, path: null, date: null };
  return { sourceHash, text, hash: sha256(text), origin, date: null, provenance, judgement };
}

/** What of arXiv a digest covers, as its path says. */
function sectionOf(path: string): Pick<Occurrence, 'category' | 'topic'> {
  const section = digestSectionFromPath(path);
  return {
    category: section?.kind === 'category' ? section.name : null,
    topic: section?.kind === 'topic' ? section.name : null,
  };
}
