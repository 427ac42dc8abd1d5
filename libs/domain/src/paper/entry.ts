import type { ArxivId } from '../identity/arxiv-id.ts';
import type { Sha256 } from '../identity/hashes.ts';
import type { CalendarDate } from '../identity/calendar-date.ts';

/** An English text and its Chinese translation, if there is one. */
export interface BilingualText {
  readonly en: string;
  readonly zh: string | null;
}

/** A path of a source: what it holds at one revision is a digest, or nothing. */
export interface Placement {
  /** Name of the configured source. */
  readonly source: string;
  /** Relative to the root of the source, with `/`. */
  readonly path: string;
}

/** Names one block of one placement: an id may stand several times in one file, told apart by its ordinal, from 1. */
export interface EntryKey extends Placement {
  readonly arxivId: ArxivId;
  readonly ordinal: number;
}

/** The digest that a placement holds. */
export interface DigestReference {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  /** The day the digest speaks of, from its path; null where the path says nothing. Never the file's mtime. */
  readonly date: CalendarDate | null;
}

/** What one block prints about a paper. */
export interface PaperText {
  readonly version: number | null;
  readonly title: BilingualText;
  readonly authors: readonly string[];
  readonly link: string;
  readonly abstract: BilingualText;
}

/** The subject of `digest.discovered`. No path contains a line feed (the watcher refuses such files). */
export function placementSubject(placement: Placement): string {
  return `${placement.source}\n${placement.path}`;
}

/** The subject of `paper.parsed` and of `paper.translated` about an entry. */
export function entrySubject(key: EntryKey): string {
  return `${placementSubject(key)}\n${key.arxivId}\n${key.ordinal}`;
}
