import type { DigestDiscovered, PaperParsed } from '@diglot/contracts';
import type { ArxivId, Sha256 } from '@diglot/domain';
import { statedSection } from '@diglot/formats';
import type { Content, HashedEntry } from './read-content.ts';
import type { TakenPlacement } from './statements/lock-placement.statement.ts';

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
 * Whether something else is said now of the digest itself, its day or its section: every entry carries it. What was taken
 * before that was kept had the section of the usual layouts, and a day that only a newer revision of the same bytes changes.
 */
export function isRestated(taken: TakenPlacement, placement: DigestDiscovered, revision: number): boolean {
  const { category, topic } = statedSection(placement.path, placement);
  const before = taken.knowledge ?? statedSection(placement.path, {});
  const isNewDay = taken.knowledge
    ? taken.knowledge.date !== placement.date
    : taken.revision < revision && taken.sha256 === placement.sha256;
  return isNewDay || before.category !== category || before.topic !== topic;
}

/**
 * Which entries a new content of a placement changes. What is unchanged is not announced; what is gone is retracted,
 * which is a revision too, so that its revisions never start again.
 * @param restated all that it prints is announced, see {@link isRestated}
 */
export function decideEntries(
  placement: DigestDiscovered,
  content: Content | null,
  stored: readonly StoredEntry[],
  restated = false,
): EntryChange[] {
  const known = new Map(stored.map((entry) => [key(entry), entry]));
  const printed = new Map((content?.entries ?? []).map((entry) => [key(entry), entry]));
  const changed = [...printed.values()]
    .filter((entry) => {
      const before = known.get(key(entry));
      return restated || !before || before.retracted || before.hash !== entry.hash;
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
      digest: { sha256, size, date, ...statedSection(path, placement) },
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
