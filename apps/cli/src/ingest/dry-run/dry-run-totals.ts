/** What a dry run counts; the names are a contract with scripts. */
export interface DryRunTotals {
  files: number;
  /** Digests, empty ones among them. */
  digests: number;
  entries: number;
  /** Distinct arXiv identifiers. */
  papers: number;
  indexTables: number;
  sidecars: number;
  /** Text that no reader knows. */
  unknown: number;
  /** Files that could not be read as text at all, and folders that could not be listed. */
  failed: number;
}

export function noTotals(): DryRunTotals {
  return { files: 0, digests: 0, entries: 0, papers: 0, indexTables: 0, sidecars: 0, unknown: 0, failed: 0 };
}

/** What is wrong with one file, in lines. */
export interface Complaint {
  /** The place of the file among all. */
  readonly index: number;
  readonly lines: readonly string[];
}

/** What one thread found. Papers are not counted yet: others may have found the same. */
export interface DryRunShare {
  readonly totals: DryRunTotals;
  readonly papers: ReadonlySet<string>;
  readonly complaints: readonly Complaint[];
}

/** Adds up what all threads found; complaints come in the order of the files. */
export function addShares(shares: readonly DryRunShare[]): { totals: DryRunTotals; complaints: Complaint[] } {
  const totals = noTotals();
  for (const share of shares) {
    for (const name of Object.keys(totals) as (keyof DryRunTotals)[]) totals[name] += share.totals[name];
  }
  const papers = new Set<string>();
  for (const share of shares) for (const paper of share.papers) papers.add(paper);
  totals.papers = papers.size;
  return { totals, complaints: shares.flatMap(({ complaints }) => complaints).toSorted((a, b) => a.index - b.index) };
}
