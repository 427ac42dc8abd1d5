import type { DigestDiscovered, PaperParsed } from '@diglot/contracts';
import type { ArxivId, Sha256 } from '@diglot/domain';
import type { Content, HashedEntry } from './read-content.ts';

/** An entry as the parser remembers it. */
export interface StoredEntry {
  readonly arxivId: ArxivId;
  readonly ordinal: number;
  readonly revision: number;
  readonly hash: Sha256;
  readonly retracted: boolean;
  readonly line: number;
}

/** A changed entry: the row to keep and the fact to announce. */
export interface EntryChange {
  readonly stored: StoredEntry;
  readonly fact: PaperParsed;
}

/**
 * Which entries a new content of a placement changes. What is unchanged is not announced; what is gone is retracted,
 * which is a revision too, so that its revisions never start again.
 * @param isRestated what is said of the digest itself has changed, its day for one: all that it prints is announced
 */
export function decideEntries(
  placement: DigestDiscovered,
  content: Content | null,
  stored: readonly StoredEntry[],
  isRestated = false,
): EntryChange[] {
  const known = new Map(stored.map((entry) => [key(entry), entry]));
  const printed = new Map((content?.entries ?? []).map((entry) => [key(entry), entry]));
  const changed = [...printed.values()]
    .filter((entry) => {
      const before = known.get(key(entry));
      return isRestated || !before || before.retracted || before.hash !== entry.hash;
    })
    .map((entry) => print(placement, entry, known.get(key(entry))));
  const gone = stored
    .filter((entry) => !entry.retracted && !printed.has(key(entry)))
    .map((entry) => retract(placement, entry));
  return [...changed, ...gone];
}

function print(placement: DigestDiscovered, entry: HashedEntry, before: StoredEntry | undefined): EntryChange {
  const { source, path, sha256, size, date } = placement;
  if (sha256 === null || size === null) throw new TypeError('an empty placement prints nothing');
  const { arxivId, ordinal, line, hash, version, title, authors, link, abstract } = entry;
  return {
    stored: { arxivId, ordinal, revision: (before?.revision ?? 0) + 1, hash, retracted: false, line },
    fact: {
      entry: { source, path, arxivId, ordinal },
      retracted: false,
      digest: { sha256, size, date },
      line,
      paper: { version, title, authors, link, abstract },
    },
  };
}

function retract({ source, path }: DigestDiscovered, entry: StoredEntry): EntryChange {
  const { arxivId, ordinal, revision } = entry;
  return {
    stored: { ...entry, revision: revision + 1, retracted: true },
    fact: { entry: { source, path, arxivId, ordinal }, retracted: true, digest: null, line: null, paper: null },
  };
}

function key({ arxivId, ordinal }: { readonly arxivId: string; readonly ordinal: number }): string {
  return `${arxivId} ${ordinal}`;
}
