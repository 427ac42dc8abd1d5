import type { Outcome } from './diglot-client.ts';

/** What an ingestion came to; the names are a contract with scripts. */
export interface IngestTotals {
  files: number;
  /** Blocks of all digests that could be read. */
  entries: number;
  /** Files whose place held nothing. */
  new: number;
  changed: number;
  unchanged: number;
  /** Files that no reader knows or that could not be read or handed over, and folders that could not be listed. */
  bad: number;
}

/** What became of one file. */
export interface IngestedFile {
  /** The arXiv identifiers of its blocks, one for each. */
  readonly arxivIds: readonly string[];
  readonly outcome: Outcome | null;
  readonly isBad: boolean;
}

export function noTotals(): IngestTotals {
  return { files: 0, entries: 0, new: 0, changed: 0, unchanged: 0, bad: 0 };
}

export function addFile(totals: IngestTotals, { arxivIds, outcome, isBad }: IngestedFile): void {
  totals.files += 1;
  totals.entries += arxivIds.length;
  if (outcome !== null) totals[outcome] += 1;
  if (isBad) totals.bad += 1;
}
