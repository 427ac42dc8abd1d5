/**
 * `leading`: this process watches the source · `standby`: another does, or nobody can now · `missing`: this process leads
 * it, and it is away.
 */
export const SOURCE_STATES = ['leading', 'standby', 'missing'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** What is known of a source in this process; the counts are those of the last scan. */
export interface SourceStatus {
  readonly name: string;
  /** The real path of its folder, or the address of its repository. */
  readonly location: string;
  readonly state: SourceState;
  /** Files that may be digests. */
  readonly seen: number;
  /** Files that are seen and not yet taken, those with a problem not among them. */
  readonly waiting: number;
  readonly problems: number;
  readonly lastScanAt: Date | null;
  /** Whether everything the first scan saw has been taken, has gone or has a problem. */
  readonly initialScanDone: boolean;
}
