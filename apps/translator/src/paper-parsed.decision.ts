import type { PaperParsed, TranslatedEntry } from '@diglot/contracts';
import type { Sha256 } from '@diglot/domain';
import { contentHash, toFact } from './announced-fact.ts';
import type { EntryJudgements } from './judging/verifier.ts';

/** An entry as the translator remembers it; zeros and null before it is first taken. */
export interface StoredEntry {
  /** Revision of the last `paper.parsed` that was taken. */
  readonly parsedRevision: number;
  /** Revision of the last `paper.translated` that was announced. */
  readonly revision: number;
  /** Hash of its content, see `contentHash`. */
  readonly hash: Sha256 | null;
}

/** What a new `paper.parsed`, or a new engine, changes. */
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
  return decideFact(toFact(parsed, judgements), { ...before, parsedRevision });
}

/** The revision rises only when the content does. */
export function decideFact(fact: TranslatedEntry, before: StoredEntry): EntryDecision {
  const hash = contentHash(fact);
  if (hash === before.hash) return { stored: before, fact: null };
  return { stored: { ...before, revision: before.revision + 1, hash }, fact };
}
