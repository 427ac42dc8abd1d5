import type { FileReport } from '../lint/finding.ts';
import type { Summary } from '../lint/summary.ts';

/** How a run is told; every method returns what is to be printed, '' for nothing. */
export interface ReportFormat {
  /** Whether it is read by people, who want to hear about files that are left out. */
  readonly isForPeople: boolean;
  begin(): string;
  file(report: FileReport): string;
  end(summary: Summary): string;
}

/** What a format may need to know of the run. */
export interface ReportContext {
  readonly colours: boolean;
  readonly engine: string;
  readonly version: string;
}
