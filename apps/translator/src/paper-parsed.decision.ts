import type { PaperParsed, TranslatedEntry } from '@diglot/contracts';
import { sha256, type Sha256 } from '@diglot/domain';
import type { EntryJudgements } from './verifier.ts';

/** An entry as the translator remembers it; zeros and null before it is first taken. */
export interface StoredEntry {
  /** Revision of the last `paper.parsed` that was taken. */
  readonly parsedRevision: number;
  /** Revision of the last `paper.translated` that was announced. */
  readonly revision: number;
  /** Hash of its content. */
  readonly hash: Sha256 | null;
}

/** What a new `paper.parsed` changes. */
export interface EntryDecision {
  readonly stored: StoredEntry;
  /** null where the content is as it was announced. */
  readonly fact: TranslatedEntry | null;
}

/**
 * @param before what is stored of the same entry
 * @returns null when the event is stale
 */
export function decideEntry(
  parsed: PaperParsed,
  event: { readonly revision: number; readonly replayId: string | null },
  judgements: EntryJudgements,
  before: StoredEntry,
): EntryDecision | null {
  const { revision: parsedRevision, replayId } = event;
  if (replayId === null ? before.parsedRevision >= parsedRevision : before.parsedRevision > parsedRevision) return null;
  const { entry, retracted, digest, paper } = parsed;
  const { title, abstract } = judgements;
  const fact: TranslatedEntry = {
    kind: 'entry',
    arxivId: entry.arxivId,
    entry,
    retracted,
    digest,
    paper,
    title,
    abstract,
  };
  const hash = sha256(JSON.stringify(fact));
  if (hash === before.hash) return { stored: { ...before, parsedRevision }, fact: null };
  return { stored: { parsedRevision, revision: before.revision + 1, hash }, fact };
}
