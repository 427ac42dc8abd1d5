/** The last sign of a process. */
export interface ProcessRow {
  readonly service: string;
  readonly ready: boolean;
  readonly reasons: readonly string[];
  /** Seconds since that sign. */
  readonly silence: number;
}
