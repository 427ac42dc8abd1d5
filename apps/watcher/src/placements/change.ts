import type { Sha256 } from '@diglot/domain';
import type { FileStat } from '../scanning/file-stat.ts';

/** The content of a file, whole. */
export interface DigestContent {
  readonly sha256: Sha256;
  readonly bytes: Buffer;
  /** null: it was no file. */
  readonly seen: FileStat | null;
  readonly settled: boolean;
}

/** What a path was found to hold: a digest, or nothing. */
export interface PlacementChange {
  readonly path: string;
  readonly content: DigestContent | null;
}

/** A revision that was stored and announced. */
export interface PlacementTaken {
  readonly source: string;
  readonly path: string;
  /** null: the file was deleted. */
  readonly sha256: Sha256 | null;
  /** Bytes; 0 for a deletion. */
  readonly size: number;
  readonly revision: number;
}
